using System.Globalization;
using System.IO.Compression;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Feed;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Edgar;

/// <summary>A filing as the stand-in for EDGAR has it.</summary>
internal sealed record FakeFiling
{
    public required string Accession { get; init; }

    public required string FormType { get; init; }

    public required DateOnly FiledOn { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>From when on the feed, the indexes and the archives show it.</summary>
    public required DateTimeOffset VisibleAt { get; init; }

    public required IReadOnlyList<(string Cik, string Name, PartyRole Role)> Parties { get; init; }

    /// <summary>False for one that reaches the day's index but never the feed.</summary>
    public bool IsInFeed { get; init; } = true;
}

/// <summary>
/// Real arrivals of August to December 2025: which filing was accepted when, and when somebody first saw it. Parties are not recorded and
/// made up: an ownership report has an issuer and an owner, others a filer.
/// </summary>
internal static class RecordedArrivals
{
    /// <summary>One arrival in ten of the week from 2025-08-11 to 2025-08-15, with the day of most filings in it.</summary>
    public static IReadOnlyList<FakeFiling> Week() => Read(Path.Combine(Fixtures(), "arrivals.2025-08-11.csv.gz"), _ => true);

    /// <summary>All arrivals first seen from one instant to another; skips the test when the recordings are not here.</summary>
    public static IReadOnlyList<FakeFiling> Between(DateTimeOffset from, DateTimeOffset to) =>
        Read(FilingFiles.In("edgar-access/detected-times", "*.csv.gz")[0], filing => filing.VisibleAt >= from && filing.VisibleAt < to);

    public static string Fixtures()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "Fixtures", "edgar") is var path && Directory.Exists(path))
                return path;
        throw new DirectoryNotFoundException("The fixtures are missing.");
    }

    private static List<FakeFiling> Read(string path, Func<FakeFiling, bool> wanted)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var filings = new List<FakeFiling>();
        text.ReadLine();
        while (text.ReadLine() is { } line)
            if (Read(line.Split(',')) is { } filing && wanted(filing))
                filings.Add(filing);
        return filings;
    }

    private static FakeFiling? Read(string[] row)
    {
        var digits = row[0].PadLeft(18, '0');
        var seen = Instant(row[3]);
        var accession = $"{digits[..10]}-{digits[10..12]}-{digits[12..]}";
        return new FakeFiling
        {
            Accession = accession,
            FormType = row[1],
            FiledOn = DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            AcceptedAt = Acceptance(row[4], seen),
            VisibleAt = seen,
            Parties = Parties(row[1], digits),
        };
    }

    // The recorded acceptance ends in Z and is now UTC, now Eastern time: the one that lies closer before the arrival is meant.
    private static DateTimeOffset Acceptance(string text, DateTimeOffset seen)
    {
        var utc = Instant(text);
        var eastern = EasternClock.Instant(utc.UtcDateTime);
        return eastern <= seen ? eastern : utc;
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IReadOnlyList<(string, string, PartyRole)> Parties(string form, string digits)
    {
        var issuer = 1_000_000 + (int)(long.Parse(digits[12..], CultureInfo.InvariantCulture) % 5000);
        var name = string.Create(CultureInfo.InvariantCulture, $"ISSUER {issuer} INC");
        if (form is not ("3" or "4" or "5" or "3/A" or "4/A" or "5/A"))
            return [($"{issuer}", name, PartyRole.Filer)];
        var owner = 2_000_000 + (int)(long.Parse(digits[10..], CultureInfo.InvariantCulture) % 7000);
        return [($"{owner}", string.Create(CultureInfo.InvariantCulture, $"OWNER {owner}"), PartyRole.Reporting),
            ($"{issuer}", name, PartyRole.Issuer)];
    }
}
