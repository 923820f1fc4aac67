namespace Filingwire.Parsing.Language;

/// <summary>How a clause stands to what it speaks of, after the ConText algorithm (Harkema, Dowling, Thornblade, Chapman 2009).</summary>
public enum Certainty
{
    /// <summary>It says so.</summary>
    Affirmed,

    /// <summary>It denies it.</summary>
    Negated,

    /// <summary>It speaks of a possibility, a condition or an open question.</summary>
    Hypothetical,

    /// <summary>It tells of what was over before.</summary>
    Historical,

    /// <summary>It speaks of another person's matter.</summary>
    SomebodyElse,
}
