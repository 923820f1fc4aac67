using System.Globalization;
using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;

namespace Filingwire.Corpus.Ownership.Noise;

/// <summary>
/// Renders every XML filing of the corpus as spoiled text and scores what is read from it, field by field, against the XML. What the printed form
/// does not show (numbers of EDGAR, further owners' boxes) is left out on both sides.
/// </summary>
public sealed class OwnershipNoise
{
    private static readonly string[] NotPrinted =
        ["SchemaVersion", ".Cik", "GoodAddress", "StateDescription", "ForeignTradingSymbol", "NoSecuritiesOwned", "Form3HoldingsReported", "Form4TransactionsReported", "EquitySwapInvolved", "TransactionFormType", "TransactionTimeliness", ".Signer", ".Capacity", ".OnBehalfOf", "NonUs", "Country"];

    [Theory]
    [InlineData(NoiseLevel.Clean, 0.99)]
    [InlineData(NoiseLevel.Seed, 0.97)]
    [InlineData(NoiseLevel.Heavy, 0.90)]
    public void Values_are_read_from_noisy_text(NoiseLevel level, double leastF1)
    {
        long right = 0, wrong = 0, missed = 0;
        var faults = new Dictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<string>();
        foreach (var file in FilingFiles.In("ownership"))
        {
            var bytes = File.ReadAllBytes(file);
            if (RawOwnershipXml.Find(bytes) is null)
                continue;
            var truth = (OwnershipDocument)FilingParser.Parse(bytes).Filing!.Reading.Content!;
            var text = new PrintedFormWriter(truth, level, new Random(Seed(Path.GetFileName(file)))).Write();
            var filing = FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing;
            Assert.True(filing?.Reading.Content is OwnershipDocument, $"{Path.GetFileName(file)} was not known for an ownership form");
            var expected = Facts(truth, level);
            var read = Facts((OwnershipDocument)filing.Reading.Content, level);
            foreach (var (path, value) in expected)
            {
                if (read.TryGetValue(path, out var found) && found == value)
                {
                    right++;
                    continue;
                }
                missed++;
                Fault(found is null ? "missed" : "wrong", path, $"'{value}' read as '{found}'");
            }
            foreach (var lost in filing.Diagnostics.Where(diagnostic => diagnostic.Code == "table-line-unread"))
                Fault("unread", "line", lost.Parameters["text"]);
            foreach (var (path, value) in read)
                if (!expected.TryGetValue(path, out var known) || known != value)
                {
                    wrong++;
                    if (known is null)
                        Fault("invented", path, $"'{value}'");
                }

            void Fault(string kind, string path, string what)
            {
                var key = $"{kind} {string.Concat(path.Where(c => !char.IsAsciiDigit(c)))}";
                faults[key] = faults.GetValueOrDefault(key) + 1;
                if (faults[key] <= 2)
                    samples.Add($"{kind} {Path.GetFileName(file)} {path}: {what}");
            }
        }
        var precision = (double)right / (right + wrong);
        var recall = (double)right / (right + missed);
        var f1 = 2 * precision * recall / (precision + recall);
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{level}: {right + missed} facts, precision {precision:F4}, recall {recall:F4}, F1 {f1:F4}"));
        foreach (var (key, count) in faults.OrderByDescending(fault => fault.Value).Take(12))
            output?.WriteLine($"  {count,5} {key}");
        foreach (var sample in samples.Take(int.Parse(Environment.GetEnvironmentVariable("FILINGWIRE_NOISE_SAMPLES") ?? "0", CultureInfo.InvariantCulture)))
            output?.WriteLine($"    {sample}");
        Assert.True(f1 >= leastF1, $"F1 {f1:F4} is under {leastF1}");
        Assert.True(precision >= 0.98, $"precision {precision:F4} is under 0.98");
    }

    /// <summary>Values, and each footnote reference for itself.</summary>
    private static Dictionary<string, string> Facts(OwnershipDocument document, NoiseLevel level)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in OwnershipFields.Of(document))
        {
            if (NotPrinted.Any(name => field.Path.EndsWith(name, StringComparison.Ordinal) || field.Path.Contains(name + ".", StringComparison.Ordinal))
                || (field.Path.StartsWith("ReportingOwners[", StringComparison.Ordinal) && !field.Path.StartsWith("ReportingOwners[0]", StringComparison.Ordinal)))
                continue;
            // Above the clean level the boxes of the head are not in the text at all.
            if (level != NoiseLevel.Clean && field.Path is "NotSubjectToSection16" or "Aff10b5One")
                continue;
            if (field.Value is not null && !(field.Value is bool flag && !flag && field.Path.StartsWith("ReportingOwners", StringComparison.Ordinal)))
                facts[field.Path] = Show(field.Value);
            foreach (var id in field.FootnoteIds)
                facts[$"{field.Path}#{id}"] = id;
        }
        foreach (var (rows, table) in new[] { (document.NonDerivativeRows, "NonDerivativeRows"), (document.DerivativeRows, "DerivativeRows") })
            foreach (var row in rows)
                foreach (var id in row.TransactionCodingFootnoteIds)
                    facts[$"{table}[{row.Ordinal - 1}].Coding#{id}"] = id;
        // A box that the XML leaves out is printed as an empty one.
        if (level == NoiseLevel.Clean && document.DocumentType?.Value?[0] != '3')
            facts["NotSubjectToSection16"] = (document.NotSubjectToSection16?.Value == true).ToString();
        facts["JointFiling"] = (document.JointFiling?.Value ?? document.ReportingOwners.Count > 1).ToString();
        return facts;
    }

    private static string Show(object value) => value switch
    {
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("-in-fact", " infact", StringComparison.OrdinalIgnoreCase),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static int Seed(string name) => name.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));
}
