using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>
/// Form 3, 4 or 5 under Section 16(a) of the Exchange Act, from XML or from a rendering of the printed form. Names follow the EDGAR Ownership
/// XML Technical Specification. The readers of this folder fill it; nobody else changes it.
/// </summary>
public sealed record OwnershipDocument : IFormContent
{
    /// <summary>As many rows are read of a table; the specification allows 30.</summary>
    public const int MostRows = 5000;

    /// <summary>schemaVersion, "X0508"; null in renderings.</summary>
    public Field<string?>? SchemaVersion { get; internal set; }

    /// <summary>documentType: "3", "4/A" …</summary>
    public Field<string?>? DocumentType { get; internal set; }

    /// <summary>periodOfReport. Form 3: date of the event; Form 4: earliest transaction; Form 5: the issuer's fiscal year end.</summary>
    public Field<DateOnly?>? PeriodOfReport { get; internal set; }

    /// <summary>dateOfOriginalSubmission, amendments only: filing date of the original as the filer gave it.</summary>
    public Field<DateOnly?>? DateOfOriginalSubmission { get; internal set; }

    /// <summary>noSecuritiesOwned, Form 3 only: the owner holds nothing.</summary>
    public Field<bool?>? NoSecuritiesOwned { get; internal set; }

    /// <summary>notSubjectToSection16: the exit box.</summary>
    public Field<bool?>? NotSubjectToSection16 { get; internal set; }

    /// <summary>form3HoldingsReported, Form 5 only.</summary>
    public Field<bool?>? Form3HoldingsReported { get; internal set; }

    /// <summary>form4TransactionsReported, Form 5 only.</summary>
    public Field<bool?>? Form4TransactionsReported { get; internal set; }

    /// <summary>aff10b5One: the box for Rule 10b5-1(c) plans, on the form since April 2023.</summary>
    public Field<bool?>? Aff10b5One { get; internal set; }

    /// <summary>The issuer.</summary>
    public OwnershipIssuer Issuer { get; internal set; } = new();

    /// <summary>reportingOwner, one to ten; none of them is the primary one, and the rows belong to all of them.</summary>
    public IReadOnlyList<ReportingOwner> ReportingOwners { get; internal set; } = [];

    /// <summary>Table I, transactions and holdings in the order of the document.</summary>
    public IReadOnlyList<OwnershipRow> NonDerivativeRows { get; internal set; } = [];

    /// <summary>Table II, transactions and holdings in the order of the document.</summary>
    public IReadOnlyList<OwnershipRow> DerivativeRows { get; internal set; } = [];

    /// <summary>The explanations of responses.</summary>
    public IReadOnlyList<Footnote> Footnotes { get; internal set; } = [];

    /// <summary>remarks.</summary>
    public Field<string?>? Remarks { get; internal set; }

    /// <summary>ownerSignature, one to ten, not tied to owners by the form.</summary>
    public IReadOnlyList<OwnerSignature> Signatures { get; internal set; } = [];

    /// <summary>Printed form only: more than one reporting person files.</summary>
    public Field<bool?>? JointFiling { get; internal set; }
}

/// <summary>The issuer whose securities are reported.</summary>
public sealed record OwnershipIssuer
{
    /// <summary>issuerCik.</summary>
    public Field<string?>? Cik { get; internal set; }

    /// <summary>issuerName.</summary>
    public Field<string?>? Name { get; internal set; }

    /// <summary>issuerTradingSymbol as filed; "NONE" is common.</summary>
    public Field<string?>? TradingSymbol { get; internal set; }

    /// <summary>issuerForeignTradingSymbol, since 2026-03-18.</summary>
    public Field<string?>? ForeignTradingSymbol { get; internal set; }
}

/// <summary>The text of a footnote.</summary>
/// <param name="Id">"F1"; the printed form's "(1)" becomes "F1".</param>
/// <param name="Text">The text; null when the note is empty.</param>
public sealed record Footnote(string Id, Field<string?>? Text);
