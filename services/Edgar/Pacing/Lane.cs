namespace Filingwire.Edgar.Pacing;

/// <summary>Why something is asked of EDGAR, the most urgent first.</summary>
public enum Lane
{
    /// <summary>The feed, and what it has just announced.</summary>
    Live,

    /// <summary>What somebody waits for.</summary>
    OnDemand,

    /// <summary>Walks of the window, indexes, and what was missed.</summary>
    Repair,

    /// <summary>The past.</summary>
    Backfill,
}
