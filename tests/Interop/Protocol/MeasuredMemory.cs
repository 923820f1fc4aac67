namespace Filingwire.Interop.Protocol;

/// <summary>Tests that measure the memory of the process run alone.</summary>
[CollectionDefinition(nameof(MeasuredMemory), DisableParallelization = true)]
public sealed class MeasuredMemory;
