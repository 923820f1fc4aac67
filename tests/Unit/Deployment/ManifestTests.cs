using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Filingwire.Unit.Deployment;

/// <summary>The Kubernetes manifests: as written always, and as rendered where kustomize or a kubectl that knows components is installed.</summary>
public sealed class ManifestTests
{
    private static readonly string Root = Path.Combine(Checkout.Root, "deploy", "k8s");

    [Fact]
    public void The_base_holds_together()
    {
        var resources = Kustomization("base").Items("resources").SelectMany(file => Yaml.ReadAll(Path.Combine(Root, "base", file.ToString()))).ToList();
        Assert.Equal(3, resources.Count(resource => resource.Text("kind") == "Deployment"));
        Assert.Empty(ManifestRules.Violations(resources));
    }

    [Fact]
    public void A_broken_manifest_is_noticed()
    {
        var resources = Yaml.ReadAll(Path.Combine(Root, "base", "extraction.yaml"));
        var deployment = ManifestRules.Find(resources, "Deployment", "extraction")!;
        deployment["spec"]!["template"]!["metadata"]!["labels"] = new JsonObject { ["app.kubernetes.io/name"] = "other" };
        deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["readinessProbe"] = null;
        var violations = ManifestRules.Violations(resources);
        Assert.Contains("Deployment extraction: its selector does not match its own pods", violations);
        Assert.Contains("Deployment extraction: has no readiness probe", violations);
        Assert.Contains("Service extraction: selects no pod", violations);
        Assert.Contains("PodDisruptionBudget extraction: selects no pod", violations);
    }

    [Fact]
    public void Every_file_is_named_by_a_kustomization_and_every_name_is_a_file()
    {
        var named = Directory.EnumerateFiles(Root, "kustomization.yaml", SearchOption.AllDirectories).SelectMany(Named).ToHashSet();
        Assert.All(named, path => Assert.True(File.Exists(path), path));
        Assert.DoesNotContain(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories), file => !named.Contains(file) && Path.GetFileName(file) != "kustomization.yaml");
        Assert.DoesNotContain(Directory.GetDirectories(Path.Combine(Root, "components")), component => !named.Contains(Path.Combine(component, "kustomization.yaml")));
    }

    [Fact]
    public void Every_patch_has_a_resource_of_the_base_to_change()
    {
        var targets = Kustomization("base").Items("resources").SelectMany(file => Yaml.ReadAll(Path.Combine(Root, "base", file.ToString()))).ToList();
        var patches = Kustomization("components/tls").Items("patches").Select(patch => patch.Text("path")).OfType<string>().ToList();
        Assert.Equal(3, patches.Count);
        foreach (var patch in patches)
        {
            var change = Yaml.Read(Path.Combine(Root, "components", "tls", patch));
            var target = ManifestRules.Find(targets, change.Text("kind")!, change.Text("metadata/name"));
            Assert.Equal(target.Text("spec/template/spec/containers/0/name"), change.Text("spec/template/spec/containers/0/name"));
        }
    }

    [Fact]
    public void Every_service_would_start_with_the_settings_of_the_base_and_of_each_component()
    {
        var settings = Literals(Kustomization("base"));
        settings["FILINGWIRE_MONGODB"] = "mongodb://user:password@a,b,c/?replicaSet=rs0";
        settings["FILINGWIRE_RABBITMQ"] = "amqps://user:password@rabbitmq:5671/";
        foreach (var component in new[] { null, "components/observability", "components/tls" })
        {
            foreach (var (key, value) in component is null ? [] : Literals(Kustomization(component)))
                settings[key] = value;
            Assert.Empty(ServiceSettings.Services.Keys.SelectMany(service => ServiceSettings.Violations(service, settings)));
        }
    }

    [Fact]
    public void A_setting_that_nothing_reads_is_noticed() =>
        Assert.Contains("ownership: nothing reads FILINGWIRE_MONGO", ServiceSettings.Violations("ownership", new Dictionary<string, string> { ["FILINGWIRE_MONGO"] = "mongodb://a" }));

    [Theory]
    [InlineData("dev", 24)]
    [InlineData("production", 24)]
    public async Task An_overlay_is_rendered_and_holds_together(string overlay, int atLeast)
    {
        var resources = Yaml.Documents(await RenderAsync(Path.Combine(Root, "overlays", overlay)));
        Assert.True(resources.Count >= atLeast, $"{resources.Count} resources");
        Assert.Empty(ManifestRules.Violations(resources));
        foreach (var container in resources.SelectMany(resource => resource.Items("spec/template/spec/containers")))
        {
            Assert.Matches(":[^:]+$|@sha256:", container.Text("image"));
            foreach (var settings in container.Items("envFrom").Select(from => from.Text("configMapRef/name")).OfType<string>())
                Assert.NotNull(ManifestRules.Find(resources, "ConfigMap", settings));
        }
    }

    private static JsonNode Kustomization(string folder) => Yaml.Read(Path.Combine(Root, folder, "kustomization.yaml"));

    private static Dictionary<string, string> Literals(JsonNode kustomization) => kustomization.Items("configMapGenerator")
        .Where(map => map.Text("name") == "filingwire-settings")
        .SelectMany(map => map.Items("literals"))
        .Select(literal => literal.ToString().Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<string> Named(string kustomization)
    {
        var content = Yaml.Read(kustomization);
        var folder = Path.GetDirectoryName(kustomization)!;
        var files = content.Items("resources").Concat(content.Items("components")).Select(name => name.ToString())
            .Concat(content.Items("patches").Select(patch => patch.Text("path")).OfType<string>())
            .Concat(content.Items("configMapGenerator").Concat(content.Items("secretGenerator")).SelectMany(map => map.Items("files")).Select(file => file.ToString().Split('=')[^1]));
        foreach (var path in files.Select(file => Path.GetFullPath(Path.Combine(folder, file))))
            yield return Directory.Exists(path) ? Path.Combine(path, "kustomization.yaml") : path;
    }

    private static async Task<string> RenderAsync(string folder)
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? Find(string program) => path.Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);
        var (program, verb) = (Environment.GetEnvironmentVariable("FILINGWIRE_KUSTOMIZE") ?? Find("kustomize")) is { } kustomize ? (kustomize, "build") : (Find("kubectl"), "kustomize");
        Assert.SkipWhen(program is null, "Neither kustomize nor kubectl is installed; FILINGWIRE_KUSTOMIZE may name one.");
        using var process = Process.Start(new ProcessStartInfo(program, [verb, folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var cancellation = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var rendered = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var said = await errors;
        Assert.SkipWhen(said.Contains("unknown field \"components\"", StringComparison.Ordinal), $"{program} is too old to know kustomize's components.");
        Assert.True(process.ExitCode == 0, said);
        return rendered;
    }
}
