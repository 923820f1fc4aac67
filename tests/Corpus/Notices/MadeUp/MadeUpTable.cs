using System.Globalization;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>A table of results: headings from the top, rows of a label and cells.</summary>
internal sealed record MadeUpTable(string LeadIn, string? Caption, IReadOnlyList<IReadOnlyList<string>> Headings, IReadOnlyList<(string Label, IReadOnlyList<string> Cells)> Rows)
{
    private static readonly (string Label, string Code, bool IsLoss)[] Lines =
    [
        ("Net sales", "revenue", false), ("Total revenues", "revenue", false), ("Cost of sales", "cost-of-revenue", false), ("Gross profit", "gross-profit", false), ("Research and development", "research-and-development-expense", false),
        ("Selling, general and administrative", "selling-general-and-administrative-expense", false), ("Operating income", "income-from-operations", false), ("Net loss", "net-loss", true), ("Interest expense", "interest-expense", false),
    ];

    /// <summary>A table of two to four rows and two periods, with or without columns of changes and longer periods.</summary>
    public static MadeUpFigure Of(Random random, int months, DateOnly end)
    {
        var (unit, factor) = random.Next(4) switch { 0 => ("(in thousands)", 1_000m), 1 => ("(Dollars in thousands)", 1_000m), 2 => ("(In millions of U.S. dollars)", 1_000_000m), _ => ((string?)null, 1m) };
        var prior = MadeUpNotice.EndOfMonth(end.Year - 1, end.Month);
        var twice = months == 3 && end.Month is 6 or 9 && random.Next(3) == 0;
        var changes = twice ? 0 : random.Next(3);
        int[] durations = twice ? [3, end.Month] : [months];
        var headings = HeadingsOf(random, durations, end, prior, changes);
        var rows = new List<(string, IReadOnlyList<string>)>();
        var facts = new List<string>();
        foreach (var (label, code, isLoss) in Lines.OrderBy(_ => random.Next()).DistinctBy(line => line.Code).Take(2 + random.Next(3)))
        {
            var cells = new List<string>();
            var sign = rows.Count == 0 || random.Next(2) == 0 ? "$" : "";
            foreach (var duration in durations)
            {
                var (value, before) = (random.Next(100, 99_999), random.Next(100, 99_999));
                cells.AddRange([Cell(value, sign, isLoss), Cell(before, sign, isLoss)]);
                var moved = Math.Abs(value - before);
                var percent = (int)Math.Round(100m * moved / before);
                if (changes > 0)
                    cells.Add(changes == 1 ? $"{percent}%" : Cell(moved, sign, value < before));
                if (changes == 2)
                    cells.Add(value < before ? $"({percent})%" : $"{percent}%");
                var direction = value > before ? "increase" : value < before ? "decrease" : "unchanged";
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"{code} {value * factor:0} USD for {duration} months to {end:yyyy-MM-dd}, before {before * factor:0} at {prior:yyyy-MM-dd}")
                    + (changes == 2 ? string.Create(CultureInfo.InvariantCulture, $", by {moved * factor:0}") : "") + (changes > 0 ? $", by {percent}%" : "") + $", {direction}");
            }
            rows.Add((label, cells));
        }
        var leadIn = random.Next(2) == 0 ? "The results that the Registrant expects to report are set out in the following table:" : "Selected preliminary results, which have not been audited, are these:";
        return new MadeUpFigure("", facts) { Table = new MadeUpTable(leadIn, unit, headings, rows) };
    }

    private static List<IReadOnlyList<string>> HeadingsOf(Random random, int[] durations, DateOnly end, DateOnly prior, int changes)
    {
        string Words(int months) => months switch { 3 => random.Next(2) == 0 && durations.Length == 1 ? "Quarter Ended" : "Three Months Ended", 6 => "Six Months Ended", 9 => "Nine Months Ended", _ => random.Next(2) == 0 ? "Year Ended" : "For the fiscal years ended" };
        string[] extra = changes switch { 0 => [], 1 => ["% Change"], _ => random.Next(2) == 0 ? ["$ Change", "% Change"] : ["Increase (Decrease)", "Percent Change"] };
        var day = end.ToString("MMMM d,", CultureInfo.InvariantCulture);
        var (now, then) = (end.Year.ToString(CultureInfo.InvariantCulture), prior.Year.ToString(CultureInfo.InvariantCulture));
        // The last day of February differs in leap years, so its columns have whole dates.
        if (durations.Length == 1 && (random.Next(3) == 0 || end.Day != prior.Day))
            return [[Words(durations[0])], [MadeUpNotice.Long(end), MadeUpNotice.Long(prior), .. extra]];
        string[] years = [.. durations.SelectMany(_ => new[] { now, then }), .. extra];
        return random.Next(2) == 0 ? [[.. durations.Select(duration => $"{Words(duration)} {day}")], years] : [[.. durations.Select(Words)], [.. durations.Select(_ => day)], years];
    }

    private static string Cell(int value, string sign, bool negative) => negative ? $"{sign}({value.ToString("N0", CultureInfo.InvariantCulture)})" : sign + value.ToString("N0", CultureInfo.InvariantCulture);
}
