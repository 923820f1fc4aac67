namespace Filingwire.Unit.Architecture;

/// <summary>
/// Pure in the middle: what takes values and returns values knows no store, wire, log, clock, chance or disk, in its method bodies either.
/// </summary>
public sealed class PureFolderTests
{
    /// <summary>What a service has beside its domain: how it is called, fed, kept and told.</summary>
    private static readonly string[] Rooms =
        ["Api", "Intake", "Storage", "Publishing", "Pacing", "Requests", "Settings", "Telemetry"];

    private static readonly string[] Outside =
    [
        "Grpc", "Google.Protobuf", "Google.Rpc", "MassTransit", "MongoDB", "Microsoft.Data.Sqlite", "SQLitePCL", "Microsoft.Extensions",
            "Microsoft.AspNetCore",
        "System.IO", "System.Net", "System.Threading.Tasks", "Filingwire.Store", "Filingwire.Messaging", "Filingwire.Hosting",
        "Filingwire.Extraction.V1", "Filingwire.Restatement.V1", "Filingwire.Ownership.V1", "Filingwire.Events.V1", "Filingwire.Types.V1",
    ];

    private static readonly string[] Types =
        ["System.TimeProvider", "System.Random", "System.Environment", "System.Console", "System.Diagnostics.Process"];

    private static readonly string[] Members =
        ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
            "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid"];

    /// <summary>Text in memory, the names of HTML's characters, and how the compiler tells the two users of an iterator apart.</summary>
    private static readonly string[] Harmless =
    [
        "System.IO.StringReader", "System.IO.StringWriter", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.MemoryStream",
            "System.IO.InvalidDataException",
        "System.Net.WebUtility", "System.Environment.get_CurrentManagedThreadId",
    ];

    public static TheoryData<string> PureFolders =>
        ["Sec", "Parsing", "Contracts.Events", .. Domain("Restatement"), .. Domain("Ownership"), .. Domain("Edgar")];

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void A_pure_folder_takes_values_and_returns_values(string folder)
    {
        var uses = AssemblyReferences.Of($"Filingwire.{folder.Split('.')[0]}").Where(use => use.From.Inside($"Filingwire.{folder}"))
            .ToList();
        Assert.NotEmpty(uses);
        Rule.Holds(uses.Where(IsImpure).Select(use => use.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_reader_of_assemblies_sees_into_bodies_lambdas_and_iterators()
    {
        var uses = AssemblyReferences.Of("Filingwire.Unit").Where(use => use.From.Name == nameof(Impure)).ToList();
        Assert.Equal(
            ["System.DateTime", "System.IO.File", "System.Random"],
            uses.Where(IsImpure).Select(use => use.To.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(uses, use => use is { To.Name: nameof(Reference), Member: null });
    }

    private static IEnumerable<string> Domain(string service) =>
        AssemblyReferences.Of($"Filingwire.{service}").Select(use => use.From.Space).Distinct()
            .Where(space => space.StartsWith($"Filingwire.{service}.", StringComparison.Ordinal))
            .Select(space => space.Split('.')[2]).Distinct().Except(Rooms).Order(StringComparer.Ordinal)
            .Select(room => $"{service}.{room}");

    private static bool IsImpure(Reference use)
    {
        var (type, member) = (use.To.ToString(), $"{use.To}.{use.Member}");
        return !Harmless.Contains(type) && !Harmless.Contains(member)
            && (Outside.Any(use.To.Inside) || Types.Contains(type) || Members.Contains(member));
    }
}
