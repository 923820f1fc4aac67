using System.Text.Json.Nodes;

namespace Filingwire.Unit.Deployment;

/// <summary>What must hold among Kubernetes resources that are applied together.</summary>
internal static class ManifestRules
{
    /// <summary>Secrets that deploy/README.md asks the cluster to bring.</summary>
    private static readonly string[] Brought =
    [
        "filingwire-stores", "filingwire-access", "filingwire-edgar", "filingwire-tls-extraction", "filingwire-tls-restatement", "filingwire-tls-ownership",
        "filingwire-tls-edgar",
    ];

    public static IReadOnlyList<string> Violations(IReadOnlyList<JsonNode> resources) =>
        [.. resources.SelectMany(resource => Named(resource, resource.Text("kind") switch
        {
            "Deployment" => Workload(resource, resources).Concat(Deployment(resource, resources)),
            "StatefulSet" => Workload(resource, resources),
            "Service" or "PodDisruptionBudget" => Selects(resource, resource.Text("kind") == "Service" ? "spec/selector" : "spec/selector/matchLabels", resources),
            "NetworkPolicy" => resource.At("spec/podSelector/matchLabels") is null ? [] : Selects(resource, "spec/podSelector/matchLabels", resources),
            "HorizontalPodAutoscaler" => Find(resources, "Deployment", resource.Text("spec/scaleTargetRef/name")) is null ? ["scales nothing"] : [],
            _ => [],
        })).Concat(resources.GroupBy(Id).Where(same => same.Count() > 1).Select(same => $"{same.Key} is there twice"))];

    private static IEnumerable<string> Workload(JsonNode workload, IReadOnlyList<JsonNode> resources)
    {
        var labels = workload.Map("spec/template/metadata/labels");
        if (!workload.Map("spec/selector/matchLabels").All(labels.Contains))
            yield return "its selector does not match its own pods";
        var pod = workload.At("spec/template/spec");
        if (pod.Text("securityContext/runAsNonRoot") != "true" || pod.Text("securityContext/runAsUser") is null or "0")
            yield return "may run as root";
        if (pod.Text("automountServiceAccountToken") != "false")
            yield return "gets a token for the cluster that it does not need";
        if (pod.Text("serviceAccountName") is { } account && Find(resources, "ServiceAccount", account) is null)
            yield return $"its service account {account} is not there";
        var volumes = pod.Items("volumes").Select(volume => volume.Text("name")).Concat(workload.Items("spec/volumeClaimTemplates").Select(claim => claim.Text("metadata/name"))).ToList();
        foreach (var container in pod.Items("containers"))
        {
            if (container.Text("securityContext/allowPrivilegeEscalation") != "false" || container.Text("securityContext/capabilities/drop/0") != "ALL")
                yield return "keeps privileges";
            if (container.Text("resources/requests/cpu") is null || container.Text("resources/limits/memory") is null)
                yield return "has no CPU request or no memory limit";
            if (container.At("readinessProbe") is null)
                yield return "has no readiness probe";
            foreach (var mount in container.Items("volumeMounts").Where(mount => !volumes.Contains(mount.Text("name"))))
                yield return $"mounts {mount.Text("name")}, which is no volume";
        }
        foreach (var secret in pod.Items("volumes").Select(volume => volume.Text("secret/secretName"))
            .Concat(pod.Items("containers").SelectMany(container => container.Items("envFrom")).Select(from => from.Text("secretRef/name"))))
        {
            if (secret is not null && !Brought.Contains(secret) && Find(resources, "Secret", secret) is null)
                yield return $"needs the secret {secret}, which neither is there nor in the README";
        }
    }

    private static IEnumerable<string> Deployment(JsonNode deployment, IReadOnlyList<JsonNode> resources)
    {
        var container = deployment.At("spec/template/spec/containers/0");
        if (container.Text("securityContext/readOnlyRootFilesystem") != "true")
            yield return "may write to its file system";
        if (deployment.Map("metadata/labels").GetValueOrDefault("app.kubernetes.io/part-of") != "filingwire")
            yield break;
        foreach (var (probe, asks) in new[] { ("startupProbe", "live"), ("livenessProbe", "live"), ("readinessProbe", "ready") })
        {
            var grpc = container.Text($"{probe}/grpc/port") == container.Text("ports/0/containerPort") && container.Text($"{probe}/grpc/service") == asks;
            var program = container.Items($"{probe}/exec/command").Any(argument => argument.ToString() == $"-service={asks}");
            if (grpc == program)
                yield return $"its {probe} does not ask for '{asks}' in one way";
        }
        if (int.Parse(deployment.Text("spec/template/spec/terminationGracePeriodSeconds") ?? "30", System.Globalization.CultureInfo.InvariantCulture) < 35 + 5)
            yield return "is killed before it can finish";
        if (Find(resources, "PodDisruptionBudget", deployment.Text("metadata/name")) is null)
            yield return "has no disruption budget";
    }

    private static IEnumerable<string> Selects(JsonNode resource, string path, IReadOnlyList<JsonNode> resources)
    {
        var wanted = resource.Map(path);
        var pods = resources.Where(other => wanted.Count > 0 && wanted.All(other.Map("spec/template/metadata/labels").Contains)).ToList();
        if (pods.Count == 0)
            yield return "selects no pod";
        foreach (var port in resource.Text("kind") == "Service" ? resource.Items("spec/ports") : [])
        {
            var target = port.Text("targetPort") ?? port.Text("port");
            var offered = pods.SelectMany(pod => pod.Items("spec/template/spec/containers")).SelectMany(container => container.Items("ports"));
            if (!offered.Any(offer => offer.Text("name") == target || offer.Text("containerPort") == target))
                yield return $"its port {target} is offered by no container";
        }
    }

    public static JsonNode? Find(IReadOnlyList<JsonNode> resources, string kind, string? name) =>
        resources.FirstOrDefault(resource => resource.Text("kind") == kind && resource.Text("metadata/name") == name);

    private static IEnumerable<string> Named(JsonNode resource, IEnumerable<string> violations) => violations.Select(violation => $"{Id(resource)}: {violation}");

    private static string Id(JsonNode resource) => $"{resource.Text("kind")} {resource.Text("metadata/name")}";
}
