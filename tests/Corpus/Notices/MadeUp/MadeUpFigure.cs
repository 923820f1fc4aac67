using System.Globalization;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>A part of an explanation, a sentence or a table, with the facts it states.</summary>
/// <param name="Sentence">The sentence; empty for a table.</param>
/// <param name="Facts">What it states.</param>
internal sealed record MadeUpFigure(string Sentence, params IReadOnlyList<string> Facts)
{
    /// <summary>The table that stands in the sentence's place.</summary>
    public MadeUpTable? Table { get; init; }

    /// <summary>Its first words.</summary>
    public string Begin => Table is { } table ? table.LeadIn[..20] : Sentence[..20];

    /// <summary>Its last words.</summary>
    public string End => Table is { } table ? table.Rows[^1].Cells[^1] : Sentence[^20..];

    private static readonly (string Words, string Code)[] Flows =
    [
        ("net loss", "net-loss"), ("net income", "net-income"), ("total revenue", "revenue"), ("research and development expense", "research-and-development-expense"),
        ("general and administrative expenses", "general-and-administrative-expense"), ("interest expense", "interest-expense"), ("gross profit", "gross-profit"),
        ("cash used in operating activities", "cash-used-in-operating-activities"),
    ];

    /// <summary>One to three figures of a report, each in another wording.</summary>
    public static IReadOnlyList<MadeUpFigure> Some(Random random, string report, DateOnly end)
    {
        var months = report is "10-Q" or "10-D" ? 3 : 12;
        var flows = Flows.OrderBy(_ => random.Next()).Take(1 + random.Next(3)).ToList();
        var figures = flows.Select(flow => random.Next(4) == 0 ? Change(random, flow, months, end) : Flow(random, flow, months, end)).ToList();
        if (random.Next(3) == 0)
            figures.Add(MadeUpTable.Of(random, months, end));
        if (random.Next(3) == 0)
            figures.Add(Balance(random, end));
        return figures;
    }

    private static MadeUpFigure Flow(Random random, (string Words, string Code) metric, int months, DateOnly end)
    {
        var (value, words) = Money(random);
        var (before, wordsBefore) = Money(random);
        var period = months == 3 ? "three months ended" : "fiscal year ended";
        var prior = end.AddYears(-1) is var day ? MadeUpNotice.EndOfMonth(day.Year, day.Month) : day;
        var (on, was) = (MadeUpNotice.Long(end), MadeUpNotice.Long(prior));
        var direction = value > before ? "increase" : value < before ? "decrease" : "unchanged";
        var moved = value > before ? "increased" : "decreased";
        string Fact(bool about) => $"{metric.Code} {(about ? "about " : "")}{Number(value)} USD for {months} months to {Iso(end)}, before {Number(before)} at {Iso(prior)}, {direction}";
        return random.Next(6) switch
        {
            0 => new($"For the {period} {on}, the Company expects to report {metric.Words} of approximately {words}, compared to {metric.Words} of approximately {wordsBefore} for the {period} {was}.", Fact(true)),
            1 => new($"{Capital(metric.Words)} for the {period} {on} was {words}, as compared with {wordsBefore} for the {period} {was}.", Fact(false)),
            2 => new($"{Capital(metric.Words)} {moved} to {words} for the {period} {on} from {wordsBefore} for the {period} {was}.", Fact(false)),
            3 when end.Day == prior.Day => new($"The Company had {metric.Words} of {words} and {wordsBefore} for the {period.Replace("fiscal year", "fiscal years", StringComparison.Ordinal)} {on} and {prior.Year}, respectively.", Fact(false)),
            4 => new($"{Capital(metric.Words)} is estimated to be in the range of $1.5 million to $2.5 million for the {period} {on}.", $"{metric.Code} about 1500000-2500000 USD for {months} months to {Iso(end)}"),
            _ => new($"The Registrant anticipates {metric.Words} of {words} for the {period} {on}, versus {wordsBefore} for the {period} {was}.", Fact(false)),
        };
    }

    // A change of which the sentence gives neither or only one of the two values.
    private static MadeUpFigure Change(Random random, (string Words, string Code) metric, int months, DateOnly end)
    {
        var (value, words) = Money(random);
        var percent = random.Next(3, 80);
        var (up, period, on) = (random.Next(2) == 0, months == 3 ? "quarter ended" : "year ended", MadeUpNotice.Long(end));
        var was = MadeUpNotice.Long(MadeUpNotice.EndOfMonth(end.Year - 1, end.Month));
        var direction = up ? "increase" : "decrease";
        return random.Next(5) switch
        {
            0 => new($"{Capital(metric.Words)} for the {period} {on} {direction}d by {words}, or {percent}%, compared to the {period} {was}.",
                $"{metric.Code} ? USD for {months} months to {Iso(end)}, against at {Iso(end, -1)}, by {Number(value)}, by {percent}%, {direction}"),
            1 => new($"The Registrant anticipates {(up ? "an increase" : "a decrease")} of approximately {words} in {metric.Words} for the {period} {on}.", $"{metric.Code} about ? USD for {months} months to {Iso(end)}, by {Number(value)}, {direction}"),
            2 => new($"{Capital(metric.Words)} is expected to {direction} approximately {percent}% in the {period} {on} as compared to the same period of the prior year.", $"{metric.Code} about ?  for {months} months to {Iso(end)}, by {percent}%, {direction}"),
            3 => new($"The change is mainly attributable to a {words} {direction} in {metric.Words} in the {period} {on}.", $"{metric.Code} ? USD for {months} months to {Iso(end)}, by {Number(value)}, {direction}"),
            _ => new($"Compared to the prior-year period, {metric.Words} for the {period} {on} will be {(up ? "higher" : "lower")} by about {words}.", $"{metric.Code} about ? USD for {months} months to {Iso(end)}, by {Number(value)}, {direction}"),
        };
    }

    private static MadeUpFigure Balance(Random random, DateOnly end)
    {
        var (value, words) = Money(random);
        var (before, wordsBefore) = Money(random);
        var prior = end.AddYears(-1) is var day ? MadeUpNotice.EndOfMonth(day.Year, day.Month) : day;
        var direction = value > before ? "increase" : value < before ? "decrease" : "unchanged";
        return new($"As of {MadeUpNotice.Long(end)}, the Company had cash and cash equivalents of {words}, compared to {wordsBefore} as of {MadeUpNotice.Long(prior)}.",
            $"cash-and-cash-equivalents {Number(value)} USD at {Iso(end)}, before {Number(before)} at {Iso(prior)}, {direction}");
    }

    private static (decimal Value, string Words) Money(Random random)
    {
        var tenths = random.Next(2, 999);
        return random.Next(3) switch
        {
            0 => (tenths * 100_000m, string.Create(CultureInfo.InvariantCulture, $"${tenths / 10m:0.0} million")),
            1 => (tenths * 1_234m, "$" + (tenths * 1_234).ToString("N0", CultureInfo.InvariantCulture)),
            _ => (tenths * 1_000_000m, $"${tenths} million"),
        };
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date, int years) => Iso(MadeUpNotice.EndOfMonth(date.Year + years, date.Month));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
