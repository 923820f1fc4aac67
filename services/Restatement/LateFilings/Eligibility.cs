using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;

namespace Filingwire.Restatement.LateFilings;

/// <summary>Short-form registration asks for twelve calendar months of timely reports, and for nothing outstanding when a form is filed.</summary>
/// <param name="Form">"S-3".</param>
/// <param name="Rule">The form's instruction.</param>
/// <param name="UnavailableFrom">First day without a new registration on the form.</param>
/// <param name="AvailableAgainOn">First day with it again; null while the report is outstanding.</param>
/// <param name="Grounds">What a reader has to know.</param>
public sealed record ShortFormConsequence(string Form, string Rule, DateOnly UnavailableFrom, DateOnly? AvailableAgainOn, IReadOnlyList<Ground> Grounds);

/// <summary>How something stands that asks for current reports.</summary>
public enum CurrencyStanding
{
    /// <summary>The report is outstanding and may still be filed within the extension; if it is not, the issuer was not current from the start.</summary>
    AtRisk,

    /// <summary>The issuer is or was not current.</summary>
    NotCurrent,
}

/// <summary>What asks for current, not for timely, reports.</summary>
/// <param name="Use">"S-8" or "Rule 144".</param>
/// <param name="Standing">How it stands.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day on which the report no longer stands in the way; null while it is outstanding.</param>
/// <param name="Ground">Why.</param>
public sealed record CurrencyConsequence(string Use, CurrencyStanding Standing, DateOnly From, DateOnly? Until, Ground Ground);

/// <summary>What an outstanding or late report does to registration on Forms S-3, F-3, SF-3 and S-8, and to resales under Rule 144.</summary>
internal static class Eligibility
{
    /// <summary>
    /// Rule 12b-25(d): no new registration from the day after the due date until the report is filed, extension or not. Filed within the extension it counts
    /// as timely; filed late it spoils the twelve calendar months.
    /// </summary>
    public static ShortFormConsequence? ShortForm(LateFilingCase result, Clock clock)
    {
        if (result.Key.Report is not { } report || PeriodicReports.ShortForm(report) is not { } form || Missing(result, clock) is not { } missing)
            return null;
        var from = missing.Due.AddDays(1);
        if (missing.Until is not { } filed)
            return new ShortFormConsequence(form.Form, form.Rule, from, null, [Outstanding(result, form.Form)]);
        if (!result.IsLate)
            return new ShortFormConsequence(form.Form, form.Rule, from, filed, [Ground.Of("short-form-back-on-filing", $"The report was filed within the extension and counts as timely; until that day no new registration on Form {form.Form} was possible.", $"17 CFR 240.12b-25(d); {form.Rule}", new Cited(result.CuredBy!, null))]);
        var again = TwelveMonthsAfter(missing.Due);
        return new ShortFormConsequence(form.Form, form.Rule, from, filed > again ? filed : again,
        [
            Ground.Of("twelve-months-from-due-month", $"Twelve calendar months without a late report are counted from the month in which this one was due. Many issuers count from the month in which it was filed, which gives {TwelveMonthsAfter(filed):yyyy-MM-dd}.", form.Rule, new Cited(result.CuredBy!, null)),
        ]);
    }

    /// <summary>Form S-8 (17 CFR 239.16b) and Rule 144(c)(1) ask whether all reports have been filed, not whether in time.</summary>
    public static IReadOnlyList<CurrencyConsequence> Currency(LateFilingCase result, Clock clock)
    {
        if (result.Key.Report is not ("10-K" or "10-Q" or "20-F") || Missing(result, clock) is not { } missing || (missing.Until is not null && !result.IsLate))
            return [];
        var standing = result.IsLate ? CurrencyStanding.NotCurrent : CurrencyStanding.AtRisk;
        var (code, text) = standing == CurrencyStanding.AtRisk
            ? ("currency-at-risk", "The report is outstanding; if it is not filed within the extension, the issuer was not current from the day after the due date on.")
            : ("not-current", missing.Until is null ? "The report is outstanding: the issuer is not current until it is filed." : "The issuer was not current until the report was filed; filed late it is current again.");
        var evidence = result.Notices.Select(notice => new Cited(notice.Filing, null)).Concat(result.CuredBy is { } cure ? [new Cited(cure, null)] : []).ToList();
        return
        [
            new("S-8", standing, missing.Due.AddDays(1), missing.Until, new Ground(code, text, "Form S-8, General Instruction A.1; 17 CFR 239.16b", evidence)),
            new("Rule 144", standing, missing.Due.AddDays(1), missing.Until, new Ground(code, text, "17 CFR 230.144(c)(1); Securities Act Rules C&DI 131.02", evidence)),
        ];
    }

    /// <summary>The due date after which the report was missing and the day on which it came; null when it never was, or nobody can tell.</summary>
    private static (DateOnly Due, DateOnly? Until)? Missing(LateFilingCase result, Clock clock)
    {
        if (result.DueDay is not { } due || result.Deadlines is not { MayBeLater: null } || result.State == LateFilingState.Withdrawn)
            return null;
        if (result.CuredBy is { } cure)
            return cure.Date > due && cure.DateBasis is not (FilingDateBasis.Received or FilingDateBasis.Unknown) ? (due, cure.Date) : null;
        return result.IsOutstanding && (result.State is LateFilingState.Excused or LateFilingState.Lapsed || clock.HasPassed(result.Key, due)) ? (due, null) : null;
    }

    private static Ground Outstanding(LateFilingCase result, string form) => Ground.Of(
        "short-form-while-outstanding", $"No new registration on Form {form} until the report is filed, whether the extension runs or not. One that is effective can be used until its next Section 10(a)(3) update, if its prospectus is otherwise proper.",
        "17 CFR 240.12b-25(d); Securities Act Forms C&DI 119.03", result.Notices.Select(notice => new Cited(notice.Filing, null)));

    private static DateOnly TwelveMonthsAfter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(13);
}
