namespace Filingwire.Edgar.Intake;

/// <summary>One of the works of the follower. Lanes run while this process holds the lease, side by side.</summary>
internal interface ILane
{
    /// <summary>Works until it is cancelled. Everything it does may be cut off anywhere and begun again.</summary>
    Task RunAsync(CancellationToken cancellation);
}
