using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>A change of the fiscal year (Form 8-K, Item 5.03(b)).</summary>
/// <param name="DeterminedOn">The day on which the change was determined; null when the sentence does not give it.</param>
/// <param name="NewFiscalYearEnd">Month and day "MMDD" on which the new fiscal year ends.</param>
/// <param name="Evidence">The sentence.</param>
public sealed record FiscalYearChange(Field<DateOnly?>? DeterminedOn, Field<string?>? NewFiscalYearEnd, Source Evidence)
{
    private const byte Written = 90, ByReportDate = 75;

    /// <summary>
    /// Reads the body of Item 5.03. Most of these items are about by-laws; only a sentence that changes the fiscal year, with the month and day of the new
    /// end, is a change of it. Where no sentence dates the determination, the date of the report, which is that of the earliest event, stands in.
    /// </summary>
    internal static FiscalYearChange? Read(SourceText source, TextRange body, Field<DateOnly?>? reportDate)
    {
        foreach (var sentence in Prose.Sentences(source, body))
        {
            if (FiscalYearChanges.Changes().Match(sentence.Text) is not { Success: true } change || !Assertion.Holds(sentence.Text, change.Index))
                continue;
            var end = change.Groups["month"];
            if (Dates.Month(end.ValueSpan) is not (> 0 and var month) || !int.TryParse(change.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day < 1 || day > DateTime.DaysInMonth(2000, month))
                continue;
            var written = sentence.Cite(end.Index, change.Groups["day"].Index + change.Groups["day"].Length - end.Index, "8k.5-03.new-fiscal-year-end", Written);
            return new FiscalYearChange(
                Determined(sentence) ?? (reportDate is { Value: not null } report ? report with { Source = report.Source with { Rule = "8k.5-03.determined-by-report-date", Confidence = ByReportDate } } : null),
                new Field<string?>(string.Create(CultureInfo.InvariantCulture, $"{month:00}{day:00}"), written),
                sentence.Cite(0, sentence.Text.Length, "8k.5-03.fiscal-year-change", Written));
        }
        return null;
    }

    private static Field<DateOnly?>? Determined(Passage sentence)
    {
        if (FiscalYearChanges.OnDate().Match(sentence.Text) is not { Success: true } match || Dates.FindAll(match.Groups["date"].Value) is not [var date, ..])
            return null;
        return new Field<DateOnly?>(date.Date, sentence.Cite(match.Groups["date"].Index + date.Start, date.Length, "8k.5-03.determined-on", Written));
    }
}

/// <summary>The words of Item 5.03 about the fiscal year.</summary>
internal static partial class FiscalYearChanges
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // "… approved a change in the Company's fiscal year end from December 31 to June 30"
    [GeneratedRegex(@"\bchang\w*\b.{0,80}\bfiscal\s(and\stax\s)?year([-\s]end)?\b.{0,120}?\bto\s(?:(?:a|the|one|fiscal|twelve|month|period|year|that|ending|ends?|ended|on|of|last|day)\s){0,9}(?<month>Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)\.?\s(?<day>\d{1,2})\b", Options)]
    public static partial Regex Changes();

    // "On March 5, 2024, the Board of Directors …"
    [GeneratedRegex(@"\b(on|effective(\sas\sof)?|dated)\s(?<date>\w+\.?\s\d{1,2},?\s(19|20)\d{2})", Options)]
    public static partial Regex OnDate();
}
