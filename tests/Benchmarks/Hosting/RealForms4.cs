using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Filingwire.Extraction.V1;
using Google.Protobuf;

namespace Filingwire.Benchmarks.Hosting;

/// <summary>Any number of Forms 4, made from the real ones of the shared corpus by giving each a new accession number, issuer and owners.</summary>
internal sealed partial class RealForms4
{
    private readonly List<Template> templates;

    public RealForms4()
    {
        templates = [.. Directory.GetFiles(Folder(), "4__*.xml").Order(StringComparer.Ordinal).Select(f => Template.Of(File.ReadAllText(f, Encoding.UTF8)))];
        if (templates.Count == 0)
            throw new InvalidOperationException("No Forms 4 in the corpus.");
    }

    /// <summary>The bytes, the stated accession number and the stated date of the filing with this number.</summary>
    public SubmitFilingRequest Request(int number)
    {
        var template = templates[number % templates.Count];
        return new()
        {
            Content = ByteString.CopyFromUtf8(template.Fill(number)),
            Stated = new StatedFacts { Accession = Accession(number), FiledOn = template.SignedOn },
            View = FilingView.Basic,
        };
    }

    public static string Accession(int number) => string.Create(CultureInfo.InvariantCulture, $"{8_000_000_000 + (number / 1_000_000):0000000000}-24-{number % 1_000_000:000000}");

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS") is { Length: > 0 } given)
            return Path.Combine(given, "ownership");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "filings", "ownership")))
                return Path.Combine(folder.FullName, "shared", "filings", "ownership");
        throw new InvalidOperationException("The load is made of real filings; FILINGWIRE_FILINGS names their folder.");
    }

    /// <summary>
    /// A filing with its identities taken out. Each round through the corpus is one of other issuers and owners, so hardly two
    /// filings bear on each other, and nearly each brings a new name.
    /// </summary>
    /// <param name="Before">The text before each identity.</param>
    /// <param name="Identities">Each a CIK or, where that is null, a name.</param>
    /// <param name="After">The text after the last.</param>
    /// <param name="SignedOn">Stated as the filing date, as it is for most: with one date for all, nearly every report would be late, which is a load of its own.</param>
    private sealed record Template(string[] Before, (long? Cik, string Name)[] Identities, string After, string SignedOn)
    {
        public static Template Of(string document)
        {
            var found = Identity().Matches(document);
            var at = 0;
            var before = new List<string>();
            foreach (Match match in found)
            {
                before.Add(document[at..match.Index] + match.Groups["tag"].Value);
                at = match.Index + match.Length;
            }
            return new(
                [.. before],
                [.. found.Select(m => (m.Groups["cik"].Success ? long.Parse(m.Groups["cik"].Value, CultureInfo.InvariantCulture) : (long?)null, m.Groups["name"].Value))],
                document[at..],
                Signature().Matches(document).Max(m => m.Groups[1].Value)!);
        }

        public string Fill(int number)
        {
            var round = number / 40;
            var text = new StringBuilder();
            for (var i = 0; i < Before.Length; i++)
            {
                text.Append(Before[i]);
                if (Identities[i].Cik is { } cik)
                    text.Append(CultureInfo.InvariantCulture, $"{1_000_000 + (((cik * 31) + round) % 8_000_000):0000000000}");
                else
                    text.Append(CultureInfo.InvariantCulture, $"{Identities[i].Name} {round}");
            }
            return text.Append(After).ToString();
        }
    }

    [GeneratedRegex("(?<tag><(?:issuerCik|rptOwnerCik)>)0*(?<cik>[0-9]+)|(?<tag><(?:issuerName|rptOwnerName)>)(?<name>[^<]*)")]
    private static partial Regex Identity();

    [GeneratedRegex("<signatureDate>([0-9]{4}-[0-9]{2}-[0-9]{2})")]
    private static partial Regex Signature();
}
