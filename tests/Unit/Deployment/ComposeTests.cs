using System.Text.Json.Nodes;

namespace Filingwire.Unit.Deployment;

/// <summary>docker-compose.yml, the Dockerfile and what they take from the checkout.</summary>
public sealed class ComposeTests
{
    private static readonly JsonNode Compose = Yaml.Read(Path.Combine(Checkout.Root, "docker-compose.yml"));
    private static readonly JsonNode Telemetry = Yaml.Read(Path.Combine(Checkout.Root, "deploy", "compose", "observability.yml"));
    private static readonly string[] Ours = ["extraction", "restatement", "ownership"];

    [Fact]
    public void The_services_are_built_from_their_projects_with_the_full_set()
    {
        foreach (var service in Ours)
        {
            var project = Compose.Text($"services/{service}/build/args/SERVICE")!;
            Assert.Equal(service, project.ToLowerInvariant());
            Assert.True(File.Exists(Path.Combine(Checkout.Root, "services", project, project + ".csproj")));
        }
        var dockerfile = File.ReadAllText(Path.Combine(Checkout.Root, "Dockerfile"));
        Assert.Contains("-p:PackageSet=full", dockerfile, StringComparison.Ordinal);
        Assert.Contains("\nUSER 1000:1000\n", dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_build_reads_reaches_the_builder()
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, ".dockerignore"));
        Assert.Contains("*", lines);
        var read = Directory.EnumerateFiles(Checkout.Root)
            .Select(file => Path.GetFileName(file))
            .Where(file => file.StartsWith("Directory.", StringComparison.Ordinal) || file is "global.json" or ".editorconfig" or "BannedSymbols.txt")
            .Concat(["services", "protos"]);
        Assert.DoesNotContain(read, name => !lines.Contains("!" + name));
    }

    [Fact]
    public void A_service_waits_for_healthy_stores_and_is_itself_looked_after()
    {
        foreach (var service in Ours)
        {
            var definition = Compose.At($"services/{service}");
            Assert.Equal(["mongodb", "rabbitmq"], definition.Map("depends_on").Keys.Order());
            Assert.Contains("-service=ready", definition.Items("healthcheck/test").Select(word => word.ToString()));
            Assert.Equal("true", definition.Text("read_only"));
        }
        foreach (var (name, definition) in Compose.At("services")!.AsObject())
        {
            Assert.True(definition.At("healthcheck/test") is not null, $"{name} has no health check");
            foreach (var (needed, _) in definition.Map("depends_on"))
            {
                Assert.Equal("service_healthy", definition.Text($"depends_on/{needed}/condition"));
                Assert.NotNull(Compose.At($"services/{needed}/healthcheck"));
            }
        }
    }

    [Fact]
    public void Every_service_would_start_with_its_environment()
    {
        foreach (var service in Ours)
        {
            var environment = Compose.Map($"services/{service}/environment").ToDictionary(pair => pair.Key, pair => pair.Value.Replace("${RABBITMQ_PASSWORD:-filingwire-local}", "secret", StringComparison.Ordinal));
            foreach (var (key, value) in Telemetry.Map($"services/{service}/environment"))
                environment[key] = value;
            Assert.Empty(ServiceSettings.Violations(service, environment));
            Assert.StartsWith("http://otel-collector:", environment["OTEL_EXPORTER_OTLP_ENDPOINT"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EDGAR_is_followed_only_by_those_who_ask_for_it()
    {
        Assert.Equal(["edgar"], Compose.Items("services/edgar/profiles").Select(profile => profile.ToString()));
        var environment = Compose.Map("services/edgar/environment").ToDictionary(pair => pair.Key, pair => pair.Value.Replace("${RABBITMQ_PASSWORD:-filingwire-local}", "secret", StringComparison.Ordinal));
        Assert.Empty(ServiceSettings.Violations("edgar", environment));
        Assert.Equal("${FILINGWIRE_EDGAR_USER_AGENT:-}", environment["FILINGWIRE_EDGAR_USER_AGENT"]);
        Assert.Equal($"127.0.0.1:{ServiceSettings.Edgar.DefaultPort}:8080", Compose.Text("services/edgar/ports/0"));
    }

    [Fact]
    public void Ports_are_open_to_this_machine_only_and_are_the_ones_the_command_line_expects()
    {
        var services = Compose.At("services")!.AsObject().Concat(Telemetry.At("services")!.AsObject());
        Assert.All(services.SelectMany(service => service.Value.Items("ports")), port => Assert.StartsWith("127.0.0.1:", port.ToString(), StringComparison.Ordinal));
        foreach (var service in Ours)
            Assert.Equal($"127.0.0.1:{ServiceSettings.Services[service].DefaultPort}:8080", Compose.Text($"services/{service}/ports/0"));
    }

    [Fact]
    public void Every_file_that_is_mounted_is_there_and_every_volume_and_secret_declared()
    {
        foreach (var file in new[] { Compose, Telemetry })
        {
            foreach (var (_, service) in file.At("services")!.AsObject())
            {
                foreach (var source in service.Items("volumes").Select(volume => volume.ToString().Split(':')[0]))
                {
                    if (source.StartsWith("./", StringComparison.Ordinal))
                        Assert.True(File.Exists(Path.Combine(Checkout.Root, source)), source);
                    else
                        Assert.NotNull(file.At("volumes/" + source));
                }
                foreach (var secret in service.Items("secrets"))
                    Assert.True(File.Exists(Path.Combine(Checkout.Root, file.At("secrets")![secret.ToString()].Text("file")!)), secret.ToString());
            }
        }
    }

    [Fact]
    public void The_local_peer_token_is_one_of_the_local_tokens()
    {
        foreach (var folder in new[] { "deploy/compose", "deploy/k8s/overlays/dev" })
        {
            var tokens = Filingwire.Hosting.Security.AccessTokens.ReadFile(Path.Combine(Checkout.Root, folder, "tokens"));
            Assert.Equal(Filingwire.Hosting.Security.Role.Peer, tokens.RoleOf(File.ReadAllText(Path.Combine(Checkout.Root, folder, "peer-token")).Trim()));
            Assert.Equal(Filingwire.Hosting.Security.Role.Operator, tokens.RoleOf("filingwire-local-operator"));
        }
    }
}
