using Filingwire.Parsing.Envelopes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>A person or entity that reports.</summary>
public sealed record ReportingOwner
{
    /// <summary>rptOwnerCik.</summary>
    public Field<string?>? Cik { get; internal set; }

    /// <summary>rptOwnerName as filed: last name first for persons.</summary>
    public Field<string?>? Name { get; internal set; }

    /// <summary>reportingOwnerAddress; null when every part is empty.</summary>
    public PostalAddress? Address { get; internal set; }

    /// <summary>rptOwnerGoodAddress, set by EDGAR.</summary>
    public Field<bool?>? GoodAddress { get; internal set; }

    /// <summary>isDirector.</summary>
    public Field<bool?>? IsDirector { get; internal set; }

    /// <summary>isOfficer.</summary>
    public Field<bool?>? IsOfficer { get; internal set; }

    /// <summary>isTenPercentOwner.</summary>
    public Field<bool?>? IsTenPercentOwner { get; internal set; }

    /// <summary>isOther.</summary>
    public Field<bool?>? IsOther { get; internal set; }

    /// <summary>officerTitle; may say "See Remarks".</summary>
    public Field<string?>? OfficerTitle { get; internal set; }

    /// <summary>otherText.</summary>
    public Field<string?>? OtherText { get; internal set; }
}

/// <summary>A signature. <see cref="Name"/> holds the whole line; the parts are what the line says of itself.</summary>
public sealed record OwnerSignature
{
    /// <summary>signatureName as written, with "/s/", capacity and "for …" if these stand there.</summary>
    public Field<string?>? Name { get; internal set; }

    /// <summary>signatureDate.</summary>
    public Field<DateOnly?>? Date { get; internal set; }

    /// <summary>"Attorney-in-fact" and the like, where the line says it.</summary>
    public Field<string?>? Capacity { get; internal set; }

    /// <summary>The person for whom an agent signs.</summary>
    public Field<string?>? OnBehalfOf { get; internal set; }

    /// <summary>The name of the person who signs, without "/s/" and capacity.</summary>
    public Field<string?>? Signer { get; internal set; }
}
