using System.Text.Json.Serialization;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>The form family inside which amendments replace (a 4/A never replaces a row of a Form 3 or 5).</summary>
public enum ReportForm
{
    /// <summary>Initial statement.</summary>
    Form3 = 3,

    /// <summary>Changes.</summary>
    Form4 = 4,

    /// <summary>Annual statement.</summary>
    Form5 = 5,
}

/// <summary>
/// Everything the ledger needs of one filing, and the only thing it folds: a value that never changes once made. The same filing read again by a
/// newer parser is another value with a higher <see cref="Generation"/>.
/// </summary>
public sealed record OwnershipReport
{
    public required FilingId Filing { get; init; }

    /// <summary>Extraction's count of readings of this filing, from 1; the highest wins.</summary>
    public required int Generation { get; init; }

    /// <summary>Revision of the parser.</summary>
    public required string Revision { get; init; }

    /// <summary>"4", "4/A" …</summary>
    public required string FormType { get; init; }

    public required ReportForm Form { get; init; }

    public required bool IsAmendment { get; init; }

    public required FilingDate Filed { get; init; }

    /// <summary>EDGAR's acceptance, US Eastern wall-clock; null when unknown. Orders filings of one day.</summary>
    public DateTime? AcceptedAtEastern { get; init; }

    /// <summary>Form 3: date of the event. Form 4: earliest transaction. Form 5: end of the issuer's fiscal year.</summary>
    public DateOnly? PeriodOfReport { get; init; }

    /// <summary>Amendments: filing date of the original as the filer typed it.</summary>
    public DateOnly? OriginalFiledOn { get; init; }

    /// <summary>The exit box; null when not on the form or not readable.</summary>
    public bool? NotSubjectToSection16 { get; init; }

    /// <summary>Form 3: the owner holds nothing.</summary>
    public bool? NoSecuritiesOwned { get; init; }

    /// <summary>The box for plans of Rule 10b5-1(c); null when not on the form or not readable.</summary>
    public bool? PlanBox { get; init; }

    public required IssuerKey Issuer { get; init; }

    /// <summary>As filed.</summary>
    public required string IssuerName { get; init; }

    /// <summary>As filed.</summary>
    public string? TradingSymbol { get; init; }

    /// <summary>As filed, on forms since 2026-03-18; null when the form gives none.</summary>
    public string? ForeignTradingSymbol { get; init; }

    /// <summary>None of them is the primary one.</summary>
    public required IReadOnlyList<ReportedOwner> Owners { get; init; }

    /// <summary>Table I, then Table II, each in the document's order.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }

    public IReadOnlyList<ReportFootnote> Footnotes { get; init; } = [];

    public string? Remarks { get; init; }

    /// <summary>The provisional key that the issuer's name gives, under which the filing also answers.</summary>
    [JsonIgnore]
    public IssuerKey? IssuerNameKey => IssuerKey.OfName(IssuerName);

    /// <summary>The latest transaction date; for filings without transactions the period of report, else the filing date.</summary>
    [JsonIgnore]
    public DateOnly? LatestActivity => Rows.Max(row => row.TransactionDate?.Value) ?? PeriodOfReport ?? Filed.Date;

    /// <summary>The earliest transaction date; otherwise as <see cref="LatestActivity"/>.</summary>
    [JsonIgnore]
    public DateOnly? EarliestActivity => Rows.Min(row => row.TransactionDate?.Value) ?? PeriodOfReport ?? Filed.Date;

    /// <summary>
    /// True for an owner who is the issuer itself: a company that reports on its own shares, or a form on which its number was typed in the wrong place. It is no
    /// insider of itself, so the screens leave it out.
    /// </summary>
    public bool IsIssuer(OwnerKey owner) => owner.ToString() == Issuer.ToString();

    /// <summary>The identity of one of the rows.</summary>
    public RowKey KeyOf(ReportRow row) => new(Filing, row.Table, row.Ordinal);

    /// <summary>The texts of the footnotes, in the order asked for; ids without a text are left out.</summary>
    public IEnumerable<ReportFootnote> FootnotesOf(IReadOnlyList<string> ids)
    {
        for (var i = 0; i < ids.Count; i++)
            for (var n = 0; n < Footnotes.Count; n++)
                if (Footnotes[n].Id == ids[i])
                {
                    yield return Footnotes[n];
                    break;
                }
    }
}

/// <summary>A person or entity that reports.</summary>
public sealed record ReportedOwner
{
    /// <summary>The CIK, or the name's key where the filing gives none.</summary>
    public required OwnerKey Key { get; init; }

    /// <summary>As filed: last name first for persons.</summary>
    public required string Name { get; init; }

    public bool? IsDirector { get; init; }

    public bool? IsOfficer { get; init; }

    public bool? IsTenPercentOwner { get; init; }

    public bool? IsOther { get; init; }

    public string? OfficerTitle { get; init; }

    public string? OtherText { get; init; }

    /// <summary>One line, for callers with the right to see addresses of persons; never logged.</summary>
    public string? Address { get; init; }

    /// <summary>The key that the name gives.</summary>
    [JsonIgnore]
    public OwnerKey? NameKey => OwnerKey.OfName(Name);
}

/// <summary>A footnote.</summary>
/// <param name="Id">"F1".</param>
/// <param name="Text">With its place in the filing.</param>
public sealed record ReportFootnote(string Id, Field<string?> Text);
