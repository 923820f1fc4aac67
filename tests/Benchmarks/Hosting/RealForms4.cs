using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Filingwire.Extraction.V1;
using Google.Protobuf;

namespace Filingwire.Benchmarks.Hosting;

/// <summary>Any number of Forms 4, made from the real ones of the shared corpus by giving each a new accession number, issuer and owners.</summary>
internal sealed partial class RealForms4
{
    private readonly List<string> documents;

    public RealForms4()
    {
        documents = [.. Directory.GetFiles(Folder(), "4__*.xml").Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f, Encoding.UTF8))];
        if (documents.Count == 0)
            throw new InvalidOperationException("No Forms 4 in the corpus.");
    }

    /// <summary>The bytes, the stated accession number and the stated date of the filing with this number.</summary>
    public SubmitFilingRequest Request(int number)
    {
        var document = documents[number % documents.Count];
        return new()
        {
            Content = ByteString.CopyFromUtf8(NewIdentities(document, number)),
            // Filed when it was signed, as most are: with one date for all, nearly every report would be late, which is a load of its own.
            Stated = new StatedFacts { Accession = Accession(number), FiledOn = SignedOn().Matches(document).Max(m => m.Groups[1].Value) },
            View = FilingView.Basic,
        };
    }

    public static string Accession(int number) => string.Create(CultureInfo.InvariantCulture, $"{8_000_000_000 + (number / 1_000_000):0000000000}-24-{number % 1_000_000:000000}");

    private static string NewIdentities(string document, int number) => Names().Replace(
        Ciks().Replace(document, m => m.Groups[1].Value + Renumber(m.Groups[2].Value, number)),
        m => string.Create(CultureInfo.InvariantCulture, $"{m.Groups[1].Value}{m.Groups[2].Value} {number / 40}"));

    /// <summary>Each round through the corpus is one of other issuers and owners, so hardly two filings bear on each other, and nearly each brings a new name.</summary>
    private static string Renumber(string cik, int number) =>
        (1_000_000 + ((long.Parse(cik, CultureInfo.InvariantCulture) * 31 + (number / 40)) % 8_000_000)).ToString("0000000000", CultureInfo.InvariantCulture);

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS") is { Length: > 0 } given)
            return Path.Combine(given, "ownership");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "filings", "ownership")))
                return Path.Combine(folder.FullName, "shared", "filings", "ownership");
        throw new InvalidOperationException("The load is made of real filings; FILINGWIRE_FILINGS names their folder.");
    }

    [GeneratedRegex("(<(?:issuerCik|rptOwnerCik)>)0*([0-9]+)")]
    private static partial Regex Ciks();

    [GeneratedRegex("<signatureDate>([0-9]{4}-[0-9]{2}-[0-9]{2})")]
    private static partial Regex SignedOn();

    [GeneratedRegex("(<(?:issuerName|rptOwnerName)>)([^<]*)")]
    private static partial Regex Names();
}
