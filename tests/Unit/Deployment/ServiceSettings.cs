using System.Text.RegularExpressions;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar;
using Filingwire.Extraction;
using Filingwire.Hosting.Settings;
using Filingwire.Hosting;
using Filingwire.Ownership;
using Filingwire.Restatement;

namespace Filingwire.Unit.Deployment;

/// <summary>The environment of a container, as the service in it would read it.</summary>
internal static partial class ServiceSettings
{
    public static IReadOnlyDictionary<string, ServiceDefinition> Services { get; } =
        new[] { ExtractionDefinition.Create(), RestatementDefinition.Create(), OwnershipDefinition.Create() }.ToDictionary(service => service.Name);

    /// <summary>The EDGAR source, which only those run who want it.</summary>
    public static ServiceDefinition Edgar { get; } = EdgarDefinition.Create(() => EdgarOptions.Read([]));

    /// <summary>Every variable that Hosting reads, besides those of OpenTelemetry.</summary>
    public static IReadOnlySet<string> Known { get; } = Services.Keys.Select(name => name.ToUpperInvariant())
        .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "services", "Hosting"), "ServiceOptions*.cs")
            .Append(Path.Combine(Checkout.Root, "services", "Edgar", "Settings", "EdgarOptions.cs"))
            .SelectMany(file => QuotedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)))
        .Append("LOG")
        .Select(key => "FILINGWIRE_" + key)
        .ToHashSet();

    /// <summary>What is wrong with an environment; nothing when the service would start as configured.</summary>
    public static IEnumerable<string> Violations(string service, IReadOnlyDictionary<string, string> environment)
    {
        var definition = service == Edgar.Name ? Edgar : Services[service];
        foreach (var unknown in environment.Keys.Where(key => key.StartsWith("FILINGWIRE_", StringComparison.Ordinal) && !Known.Contains(key)))
            yield return $"{service}: nothing reads {unknown}";
        foreach (var missing in definition.Peers.Select(peer => "FILINGWIRE_" + peer.Name.ToUpperInvariant()).Append("FILINGWIRE_RABBITMQ").Append("FILINGWIRE_MONGODB")
            .Where(key => !environment.ContainsKey(key)))
            yield return $"{service}: {missing} is not set";
        if (Refusal(definition, environment) is { } refusal)
            yield return $"{service}: {refusal}";
    }

    private static string? Refusal(ServiceDefinition service, IReadOnlyDictionary<string, string> environment)
    {
        var files = Directory.CreateTempSubdirectory("filingwire-settings-");
        try
        {
            var file = Path.Combine(files.FullName, "mounted");
            File.WriteAllText(file, "");
            var arguments = environment.Where(pair => pair.Key.StartsWith("FILINGWIRE_", StringComparison.Ordinal))
                .SelectMany(pair => new[] { "--" + pair.Key["FILINGWIRE_".Length..], pair.Value.StartsWith('/') ? file : pair.Value });
            var options = ServiceOptions.Read(service, [.. arguments]);
            options.Validate();
            return options.Listen.Port == 8080 ? null : $"listens on {options.Listen}, the container's port is 8080";
        }
        catch (OptionsException e)
        {
            return e.Message;
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    [GeneratedRegex("\"([A-Z][A-Z_]+)\"")]
    private static partial Regex QuotedKey();
}
