namespace Filingwire.Sec.Codes;

/// <summary>Family of a form; decides who reads it, which content it has and who wants it.</summary>
public enum FormFamily
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Forms 3, 4, 5.</summary>
    Ownership,

    /// <summary>Form 12b-25.</summary>
    LateFilingNotice,

    /// <summary>Form 8-K.</summary>
    CurrentReport,

    /// <summary>10-K, 10-Q, 20-F and other periodic reports.</summary>
    PeriodicReport,

    /// <summary>Recognised, not read further.</summary>
    Other,
}
