using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Filingwire.Edgar;
using Filingwire.Extraction;
using Filingwire.Hosting;
using Filingwire.Messaging;
using Filingwire.Ownership;
using Filingwire.Restatement;

namespace Filingwire.Unit.Deployment;

/// <summary>Dashboards and alerts show what the services measure, under the names that Prometheus gives it.</summary>
public sealed partial class DashboardTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(Instruments).Assembly, typeof(ServiceHost).Assembly, typeof(ExtractionDefinition).Assembly, typeof(RestatementDefinition).Assembly, typeof(OwnershipDefinition).Assembly,
            typeof(EdgarDefinition).Assembly];

    private static readonly string Folder = Path.Combine(Checkout.Root, "deploy", "dashboards");

    [Fact]
    public void Every_figure_of_ours_on_a_dashboard_or_in_an_alert_is_measured()
    {
        var dashboard = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "filingwire.json")));
        var shown = dashboard.Items("panels").SelectMany(panel => panel.Items("targets")).Select(target => target.Text("expr"));
        var rules = Yaml.Read(Path.Combine(Folder, "alerts.yaml")).Items("groups").SelectMany(group => group.Items("rules")).Select(rule => rule.Text("expr"));
        var named = shown.Concat(rules).SelectMany(expression => Metric().Matches(expression!).Select(match => match.Value)).ToHashSet();
        var measured = Measured();
        Assert.True(named.Count >= 8, string.Join(' ', named));
        Assert.Empty(named.Except(measured));
        Assert.Empty(measured.Where(name => !name.EndsWith("_sum", StringComparison.Ordinal) && !name.EndsWith("_count", StringComparison.Ordinal)).Except(named));
    }

    private static HashSet<string> Measured()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
                names.UnionWith(PrometheusNames(instrument));
        };
        // Instruments come into being with the types that hold them.
        foreach (var type in Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(HoldsInstruments))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        listener.Start();
        return names;
    }

    private static bool HoldsInstruments(Type type) => !type.ContainsGenericParameters
        && (type.Namespace == typeof(Instruments).Namespace
            || type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Any(field => field.FieldType.IsAssignableTo(typeof(Instrument))));

    private static IEnumerable<string> PrometheusNames(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        return instrument switch
        {
            Counter<long> => [name + "_total"],
            Histogram<double> => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }

    [GeneratedRegex("filingwire_[a-z_]+")]
    private static partial Regex Metric();
}
