namespace Grpc.Core;

/// <summary>The result of a call, as the gRPC protocol numbers it.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,
    /// <summary>Cancelled, typically by the caller.</summary>
    Cancelled = 1,
    /// <summary>An error nobody classified.</summary>
    Unknown = 2,
    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,
    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,
    /// <summary>A requested entity is not there.</summary>
    NotFound = 5,
    /// <summary>An entity to be created is already there.</summary>
    AlreadyExists = 6,
    /// <summary>The caller is known and not allowed.</summary>
    PermissionDenied = 7,
    /// <summary>A quota or a limit on size is used up.</summary>
    ResourceExhausted = 8,
    /// <summary>The system is not in the state the call needs.</summary>
    FailedPrecondition = 9,
    /// <summary>A concurrency conflict.</summary>
    Aborted = 10,
    /// <summary>Past the end of a valid range.</summary>
    OutOfRange = 11,
    /// <summary>The method or service is not offered here.</summary>
    Unimplemented = 12,
    /// <summary>An invariant broke.</summary>
    Internal = 13,
    /// <summary>The service cannot be reached now; a retry may help.</summary>
    Unavailable = 14,
    /// <summary>Data lost or damaged beyond repair.</summary>
    DataLoss = 15,
    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
