using System.Globalization;

namespace Filingwire.Corpus.CurrentReports.MadeUp;

/// <summary>The facts of an Item 4.02 that nobody filed, with the sentences that state them.</summary>
internal sealed record MadeUpNonReliance
{
    public required IReadOnlyList<string> Sentences { get; init; }
    public required SortedDictionary<string, List<string>> Truth { get; init; }
    public required DateOnly ConcludedOn { get; init; }

    private static readonly (string Words, string Fact)[] Bodies =
        [("Audit Committee of the Board of Directors", "Audit Committee of the Board of Directors"), ("Board of Directors", "Board of Directors"), ("Audit Committee", "Audit Committee")];
    private static readonly string[] Auditors = ["Whitlock Abara LLP", "Grimsby & Holt, P.C.", "M. Okafor & Associates LLC", "Tern & Tern LLP"];

    private static readonly (string Sentence, string By)[] Finders =
    [
        ("In preparing its interim statements, management identified the matter.", "Company"),
        ("The matter was brought to light when the Company's independent registered public accounting firm identified it during its audit.", "Auditor"),
        ("The Company responded to comments from the staff of the SEC, and in response to comments received from the staff it looked into the matter.", "SecStaff"),
        ("As a result of the investigation, which was conducted by independent counsel, the facts became known.", "AuditCommitteeInvestigation"),
        ("The Company's newly appointed auditors raised the question.", "SuccessorAuditor"),
        ("The errors were brought to the attention of the directors by a whistleblower.", "ThirdParty"),
    ];

    public static MadeUpNonReliance Of(int number)
    {
        var random = new Random(number * 6151 + 3);
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        var year = 2005 + random.Next(19);
        var concluded = new DateOnly(year + 1, 1 + random.Next(12), 1 + random.Next(27));
        var (phrase, periods) = Periods(random, year);
        var auditor = Pick(Auditors);
        var body = Pick(Bodies);
        var error = Pick(MadeUpError.All);
        var limbB = random.Next(6) == 0;
        var truth = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var sentences = new List<string>();
        void Add(string field, params IEnumerable<string> values)
        {
            if (values.ToList() is { Count: > 0 } list)
                truth[field] = list;
        }

        Add("kind", limbB ? "NonReliance402B" : "NonReliance402A");
        Add("periods", periods);
        Add("non_reliance", "yes");
        Add("concluded_on", concluded.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (limbB)
        {
            sentences.Add($"On {Long(concluded)}, the Company was notified by {auditor}, its independent registered public accounting firm, that disclosure should be made to prevent future reliance on its audit report on the financial statements for {phrase}, and that these should no longer be relied upon.");
            Add("concluded_by", auditor);
            Add("auditor", auditor);
        }
        else
        {
            sentences.Add(random.Next(3) switch
            {
                0 => $"On {Long(concluded)}, the {body.Words} of the Company concluded that the Company's previously issued financial statements for {phrase} should no longer be relied upon.",
                1 => $"The {body.Words}, after discussion with management, determined on {Long(concluded)} that the financial statements of the Company for {phrase} should not be relied upon.",
                _ => $"On {Long(concluded)}, upon the recommendation of management, the {body.Words} concluded that investors should no longer rely upon the Company's financial statements for {phrase}.",
            });
            Add("concluded_by", body.Fact);
        }
        sentences.Add(error.Text);
        Add("areas", error.Areas);
        Add("causes", error.Causes);
        Add("effects", error.Effects);
        var finders = new List<string>();
        if (random.Next(3) > 0 && Pick(Finders) is var finder)
        {
            sentences.Add(finder.Sentence);
            finders.Add(finder.By);
        }
        if (limbB)
            finders.Add("Auditor");
        else
            finders.Add("Company");
        Add("identified_by", finders.Distinct());
        switch (random.Next(4))
        {
            case 0:
                sentences.Add("The Company will restate these statements and intends to file an amendment to its Annual Report on Form 10-K as soon as practicable.");
                Add("restatement_required", "yes");
                Add("expected_amendments", "10-K/A");
                break;
            case 1:
                sentences.Add("The Company has not yet determined whether a restatement will be required.");
                break;
            case 2:
                sentences.Add("The affected statements must be restated.");
                Add("restatement_required", "yes");
                break;
        }
        if (random.Next(2) == 0)
        {
            sentences.Add(random.Next(2) == 0 ? "Management has also concluded that a material weakness in internal control over financial reporting existed at the end of the year." : "The Company has a material weakness in its internal control over financial reporting.");
            Add("material_weakness", "yes");
        }
        else if (random.Next(2) == 0)
        {
            sentences.Add("A material weakness is a deficiency, or a combination of deficiencies, such that there is a reasonable possibility that a misstatement will not be prevented.");
        }
        if (!limbB && random.Next(3) > 0)
        {
            var discussed = random.Next(4) > 0;
            sentences.Add(discussed ? $"The {body.Words} has discussed the matters disclosed in this Item 4.02 with {auditor}, the Company's independent registered public accounting firm." : $"The {body.Words} has not discussed the matters disclosed in this item with the Company's independent auditors, {auditor}.");
            Add("discussed_with_auditor", discussed ? "yes" : "no");
            Add("auditor", auditor);
        }
        return new MadeUpNonReliance { Sentences = sentences, Truth = truth, ConcludedOn = concluded };
    }

    private static (string Phrase, string[] Facts) Periods(Random random, int year) => random.Next(7) switch
    {
        0 => ($"the fiscal year ended December 31, {year}", [$"Annual {year}-12-31"]),
        1 => ($"the years ended December 31, {year} and {year - 1}", [$"Annual {year}-12-31", $"Annual {year - 1}-12-31"]),
        2 => ($"each of the quarters ended March 31, June 30 and September 30, {year}", [$"Interim {year}-03-31", $"Interim {year}-06-30", $"Interim {year}-09-30"]),
        3 => ($"the fiscal year ended June 30, {year} and the quarterly periods ended September 30, {year} and December 31, {year}", [$"Annual {year}-06-30", $"Interim {year}-09-30", $"Interim {year}-12-31"]),
        4 => ($"the period from February 3, {year} (inception) through December 31, {year}", [$"Range {year}-02-03 to {year}-12-31"]),
        5 => ($"the three and nine months ended September 30, {year}", [$"Interim {year}-09-30"]),
        _ => ($"the three years ended December 31, {year}", [$"Annual {year}-12-31", $"Annual {year - 1}-12-31", $"Annual {year - 2}-12-31"]),
    };

    private static string Long(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
