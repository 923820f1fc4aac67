using System.Reflection;

namespace Filingwire.Hosting.Telemetry;

/// <summary>Which version runs, as Directory.Build.props names it.</summary>
public static class ProductVersion
{
    /// <summary>"0.1.0"; what telemetry gives as <c>service.version</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
