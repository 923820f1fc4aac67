namespace Filingwire.Sec.Codes;

/// <summary>Filer status under Exchange Act Rule 12b-2, which decides the due date.</summary>
public enum FilerStatus
{
    /// <summary>Not known, or of no consequence for the form.</summary>
    Unspecified,

    /// <summary>Float of $700 million or more.</summary>
    LargeAccelerated,

    /// <summary>Float of $75 million or more.</summary>
    Accelerated,

    /// <summary>All others.</summary>
    NonAccelerated,
}

/// <summary>Why a report was amended.</summary>
public enum AmendmentPurpose
{
    /// <summary>Not said, or nothing is amended.</summary>
    Unspecified,

    /// <summary>To restate statements issued before.</summary>
    Restatement,

    /// <summary>To add Part III, which the proxy statement did not bring in time.</summary>
    PartIiiOnly,

    /// <summary>To add or mend exhibits.</summary>
    ExhibitsOnly,

    /// <summary>Anything else.</summary>
    Other,
}
