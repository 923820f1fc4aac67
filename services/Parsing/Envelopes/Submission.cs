using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Envelopes;

/// <summary>A submission as received, split into header facts and documents. A bare document is a submission with one document and no header.</summary>
public sealed record Submission
{
    /// <summary>All bytes as received; every span counts from here.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The header; null for a bare document.</summary>
    public SubmissionHeader? Header { get; init; }

    /// <summary>The documents in the order of the submission, at least one.</summary>
    public required IReadOnlyList<SubmissionDocument> Documents { get; init; }
}

/// <summary>The facts of EDGAR's header. A fact that the header lacks is null.</summary>
public sealed record SubmissionHeader
{
    /// <summary>ACCESSION NUMBER.</summary>
    public Field<string?>? Accession { get; internal set; }

    /// <summary>CONFORMED SUBMISSION TYPE.</summary>
    public Field<string?>? FormType { get; internal set; }

    /// <summary>CONFORMED PERIOD OF REPORT.</summary>
    public Field<DateOnly?>? PeriodOfReport { get; internal set; }

    /// <summary>FILED AS OF DATE.</summary>
    public Field<DateOnly?>? FiledOn { get; internal set; }

    /// <summary>ACCEPTANCE-DATETIME: US Eastern wall-clock time, kind unspecified.</summary>
    public Field<DateTime?>? AcceptedAtEastern { get; internal set; }

    /// <summary>ITEMS (codes) or ITEM INFORMATION (captions).</summary>
    public IReadOnlyList<Field<string?>> Items { get; internal set; } = [];

    /// <summary>The party blocks in the header's order.</summary>
    public IReadOnlyList<HeaderParty> Parties { get; internal set; } = [];

    /// <summary>Lines of the header that have no property of their own, as name and value in the header's order.</summary>
    public IReadOnlyList<HeaderLine> OtherLines { get; internal set; } = [];
}

/// <summary>A line of the header: the caption or tag, upper case with hyphens ("GROUP-MEMBERS"), and what stands behind it.</summary>
public sealed record HeaderLine(string Name, Field<string?> Value);

/// <summary>Role by which a header names a party.</summary>
public enum PartyRole
{
    /// <summary>A block of a kind not listed here.</summary>
    Other,

    /// <summary>ISSUER.</summary>
    Issuer,

    /// <summary>REPORTING-OWNER.</summary>
    ReportingOwner,

    /// <summary>FILER.</summary>
    Filer,

    /// <summary>SUBJECT COMPANY.</summary>
    SubjectCompany,

    /// <summary>FILED BY.</summary>
    FiledBy,
}

/// <summary>A party block of the header.</summary>
public sealed record HeaderParty
{
    /// <summary>The role.</summary>
    public required PartyRole Role { get; init; }

    /// <summary>CENTRAL INDEX KEY.</summary>
    public Field<string?>? Cik { get; internal set; }

    /// <summary>COMPANY CONFORMED NAME or the owner's name.</summary>
    public Field<string?>? Name { get; internal set; }

    /// <summary>Code of STANDARD INDUSTRIAL CLASSIFICATION.</summary>
    public Field<string?>? SicCode { get; internal set; }

    /// <summary>IRS NUMBER or EIN.</summary>
    public Field<string?>? IrsNumber { get; internal set; }

    /// <summary>STATE OF INCORPORATION.</summary>
    public Field<string?>? StateOfIncorporation { get; internal set; }

    /// <summary>FISCAL YEAR END, "MMDD".</summary>
    public Field<string?>? FiscalYearEnd { get; internal set; }

    /// <summary>ORGANIZATION NAME.</summary>
    public Field<string?>? OrganizationName { get; internal set; }

    /// <summary>FORM TYPE of the party's filing values.</summary>
    public Field<string?>? FormType { get; internal set; }

    /// <summary>SEC ACT.</summary>
    public Field<string?>? SecAct { get; internal set; }

    /// <summary>SEC FILE NUMBER.</summary>
    public Field<string?>? FileNumber { get; internal set; }

    /// <summary>FILM NUMBER.</summary>
    public Field<string?>? FilmNumber { get; internal set; }

    /// <summary>BUSINESS ADDRESS.</summary>
    public PostalAddress? BusinessAddress { get; internal set; }

    /// <summary>MAIL ADDRESS.</summary>
    public PostalAddress? MailAddress { get; internal set; }

    /// <summary>FORMER COMPANY blocks.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; internal set; } = [];
}

/// <summary>A name a party had before, with the date of the change.</summary>
public sealed record FormerName(Field<string?>? Name, Field<DateOnly?>? ChangedOn);

/// <summary>A postal address as filed.</summary>
public sealed record PostalAddress
{
    /// <summary>First street line.</summary>
    public Field<string?>? Street1 { get; internal set; }

    /// <summary>Second street line.</summary>
    public Field<string?>? Street2 { get; internal set; }

    /// <summary>City.</summary>
    public Field<string?>? City { get; internal set; }

    /// <summary>State or country code of EDGAR.</summary>
    public Field<string?>? State { get; internal set; }

    /// <summary>Postal code.</summary>
    public Field<string?>? Zip { get; internal set; }

    /// <summary>Country of a non-US address.</summary>
    public Field<string?>? Country { get; internal set; }

    /// <summary>Telephone.</summary>
    public Field<string?>? Phone { get; internal set; }

    /// <summary>State description of the ownership XML.</summary>
    public Field<string?>? StateDescription { get; internal set; }

    /// <summary>State or territory of a non-US address, ownership XML since 2026-03-18.</summary>
    public Field<string?>? NonUsStateTerritory { get; internal set; }

    /// <summary>Flag of a non-US address.</summary>
    public Field<bool?>? NonUs { get; internal set; }
}
