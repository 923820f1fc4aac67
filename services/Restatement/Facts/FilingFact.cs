using System.Text.Json.Serialization;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Facts;

/// <summary>What one filing says that late-filing and restatement cases need. One fact for each filing and issuer.</summary>
public sealed record FilingFact
{
    /// <summary>Longest text kept of what a value was read from; the span is whole.</summary>
    public const int LongestText = 400;

    /// <summary>Resource name, <c>filings/{id}</c>.</summary>
    public required string Filing { get; init; }

    /// <summary>Revision of the parser that read it.</summary>
    public required string Revision { get; init; }

    /// <summary>Counts the readings of the filing, from 1; a higher one replaces what a lower one said.</summary>
    public required int Generation { get; init; }

    /// <summary>Submission type, "NT 10-Q".</summary>
    public required string FormType { get; init; }

    /// <summary>EDGAR's filing date.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>EDGAR's acceptance, US Eastern wall-clock.</summary>
    public DateTime? AcceptedAtEastern { get; init; }

    /// <summary>Date of the signature.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Day (US Eastern) on which the filing was first received.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The issuer's name as filed.</summary>
    public string? IssuerName { get; init; }

    /// <summary>Month and day "MMDD" on which the issuer's fiscal year ends, by the header.</summary>
    public string? FiscalYearEnd { get; init; }

    /// <summary>Form 8-K: date of report.</summary>
    public DateOnly? ReportDate { get; init; }

    /// <summary>Form 12b-25.</summary>
    public NoticeFact? Notice { get; init; }

    /// <summary>A periodic report.</summary>
    public ReportFact? Report { get; init; }

    /// <summary>What the filing says about statements issued before.</summary>
    public IReadOnlyList<DisclosureFact> Disclosures { get; init; } = [];

    /// <summary>Form 8-K, Item 5.03: the fiscal year is changed.</summary>
    public FiscalYearChange? FiscalYearChange { get; init; }

    /// <summary>Orders of the Commission that move due dates and on which the filing says to rely.</summary>
    public IReadOnlyList<OrderReliance> Reliance { get; init; } = [];

    /// <summary>Other filings that it names.</summary>
    public IReadOnlyList<ReferenceFact> References { get; init; } = [];

    /// <summary>The filing date, or what stands in for it; null when there is nothing.</summary>
    [JsonIgnore]
    public DateOnly? Date => Filed.Date;

    /// <summary>Where <see cref="Date"/> comes from.</summary>
    [JsonIgnore]
    public FilingDateBasis DateBasis => Filed.Basis;

    /// <summary>Form 15: the duty to report ends.</summary>
    [JsonIgnore]
    public bool EndsDutyToReport => FormType.StartsWith("15-", StringComparison.Ordinal) || FormType.StartsWith("15F", StringComparison.Ordinal);

    /// <summary>
    /// The day on or about which a first registration became effective, by what was filed about it: the notice of effectiveness, the final prospectus of
    /// an offering by Form S-1 or F-1, or sixty days after Form 10 for a class under Section 12(g). Null for all other filings.
    /// </summary>
    [JsonIgnore]
    public DateOnly? RegistrationEffectiveOn => FormType switch
    {
        "EFFECT" or "424B1" or "424B4" => Date,
        "10-12G" => Date?.AddDays(60),
        _ => null,
    };

    /// <summary>True for types that end in "/A".</summary>
    [JsonIgnore]
    public bool IsAmendment => FormType.EndsWith("/A", StringComparison.Ordinal);

    private FilingDate Filed => FilingDate.Of(
        FiledOn, AcceptedAtEastern, SignedOn, AcceptedAtEastern is not null && Sec.Identifiers.FormType.TryParse(FormType, out var form) ? form : null, ReceivedOn);
}
