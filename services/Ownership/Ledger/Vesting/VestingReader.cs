using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>Reads how awards vest from the footnotes of their rows. What is not understood stays text; nothing is guessed.</summary>
public static partial class VestingReader
{
    // EDGAR's own limit is 1,000 characters; a bound instead of a time limit, so that a busy machine reads what an idle one reads.
    private const int LongestNote = 10_000;

    /// <summary>The schedules of the awards among some rows: grants in Table I, and rows of Table II.</summary>
    public static IEnumerable<VestingSchedule> Of(IEnumerable<LedgerRow> rows) =>
        rows.Where(row => row.IsCurrent && IsAward(row)).Select(Read).OfType<VestingSchedule>();

    /// <summary>The schedule of one row; null when none of its footnotes speaks of vesting.</summary>
    public static VestingSchedule? Read(LedgerRow row)
    {
        var candidates = row.Report.FootnotesOf(row.Row.FootnoteIds)
            .Where(note => note.Text.Value is { Length: <= LongestNote } text && SpeaksOfVesting().IsMatch(text))
            .Select(note => Read(row, note)).ToList();
        return candidates.Count == 0 ? null : candidates.MinBy(schedule => schedule.State switch
        {
            VestingState.Complete => 0,
            VestingState.Vested => 1,
            VestingState.Partial => 2,
            VestingState.Conditional => 3,
            _ => 4,
        });
    }

    private static bool IsAward(LedgerRow row) => row.Row.Table == 2
        ? row.Row.AcquiredDisposed?.Value != "D"
        : row.Row.Kind == RowKind.Transaction && row.Row.Code?.Value == "A";

    private static VestingSchedule Read(LedgerRow row, ReportFootnote note)
    {
        var text = note.Text.Value!;
        var terms = new VestingTerms(row.Row.TransactionDate?.Value, row.Row.Shares?.Value ?? row.Row.UnderlyingShares?.Value);
        var unread = new List<string>();
        var conditional = false;
        foreach (var sentence in VestingWords.Sentences(text))
        {
            if (Acceleration().IsMatch(sentence))
            {
                unread.Add(sentence);
                continue;
            }
            if (Condition().IsMatch(sentence) && SpeaksOfVesting().IsMatch(sentence))
            {
                conditional = true;
                unread.Add(sentence);
                continue;
            }
            var understood = terms.Add(VestingWords.Tokens(sentence));
            if (!understood && SpeaksOfVesting().IsMatch(sentence) && !Settlement().IsMatch(sentence) && !AlreadyVested().IsMatch(sentence))
                unread.Add(sentence);
        }
        var tranches = terms.Tranches();
        var whole = tranches.Aggregate(Fraction.Zero, (sum, tranche) => sum + tranche.Part);
        if (whole > Fraction.One)
        {
            // Two readings of one award, or two awards in one note: nothing is safe to say.
            tranches = [];
            unread = [.. VestingWords.Sentences(text).Where(sentence => SpeaksOfVesting().IsMatch(sentence))];
        }
        var state = tranches.Count > 0
            ? whole == Fraction.One ? VestingState.Complete : VestingState.Partial
            : conditional ? VestingState.Conditional
            : unread.Count == 0 && AlreadyVested().IsMatch(text) ? VestingState.Vested
            : VestingState.Unread;
        if (state == VestingState.Unread && unread.Count == 0)
            unread.AddRange(VestingWords.Sentences(text).Where(sentence => SpeaksOfVesting().IsMatch(sentence)));
        return new VestingSchedule(
            row, terms.Commencement, terms.CommencementSource, tranches, state, note, unread, Service().IsMatch(text));
    }

    [GeneratedRegex(@"\bvest(?:s|ed|ing)?\b|\bexercisable\b|\binstallments?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfVesting();

    [GeneratedRegex(
        @"\b(?:fully|immediately|100%)\s+(?:vested|exercisable)\b|\bimmediately (?:vest|exercisable)|\bvest(?:s|ed)? (?:100% |in full |immediately |fully )?(?:on|as of|at) (?:the )?(?:date of (?:the )?grant|grant date)|\bexercisable as of the (?:transaction date|date of the reported)|\bvested as of the date of grant",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlreadyVested();

    [GeneratedRegex(
        @"\bearlier of\b|\blater of\b|\bperformance\b|\bmilestones?\b|\bannual (?:stockholders?'? |shareholders?'? )?meeting\b|\btotal shareholder return\b|\binitial public offering\b|\bmarket capitali[sz]ation\b|\bachievement of\b|\bseparation from service\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\bchange (?:in|of) control\b|\baccelerat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Acceleration();

    [GeneratedRegex(@"\btax withholding\b|\bwithheld\b|\brepresents? (?:the|a) (?:contingent )?right\b|\bsettlement of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Settlement();

    [GeneratedRegex(@"\bcontinu(?:ed|ous|ing)\b[^.;]{0,60}\b(?:service|employment)\b|\bsubject to (?:the )?[^.;]{0,40}(?:service|employment)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Service();
}
