namespace Filingwire.Hosting.Errors;

/// <summary>What kind of failure it is; each kind is one gRPC status.</summary>
public enum ErrorKind
{
    /// <summary>The request is wrong whatever the state: INVALID_ARGUMENT.</summary>
    Invalid,

    /// <summary>The resource does not exist: NOT_FOUND.</summary>
    NotFound,

    /// <summary>Somebody else changed the resource meanwhile: ABORTED.</summary>
    Conflict,

    /// <summary>The state does not allow it: FAILED_PRECONDITION.</summary>
    Precondition,

    /// <summary>Beyond the valid range: OUT_OF_RANGE.</summary>
    OutOfRange,

    /// <summary>A limit is exceeded: RESOURCE_EXHAUSTED.</summary>
    Exhausted,

    /// <summary>Something needed is away; try again: UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>The caller has shown no known token: UNAUTHENTICATED.</summary>
    Unknown,

    /// <summary>The caller's role does not allow it: PERMISSION_DENIED.</summary>
    Forbidden,
}

/// <summary>A field of the request that is wrong.</summary>
/// <param name="Field">The proto field's path: "page_size".</param>
/// <param name="Description">One English sentence.</param>
public sealed record FieldViolation(string Field, string Description);

/// <summary>A failure that a caller can act on.</summary>
/// <param name="Kind">Which status it becomes.</param>
/// <param name="Reason">Stable, UPPER_SNAKE: "NOTE_NOT_FOUND".</param>
/// <param name="Message">One English sentence for people; everything variable in it is in the metadata too.</param>
public sealed record DomainError(ErrorKind Kind, string Reason, string Message)
{
    /// <summary>What a program needs to act: names and numbers.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The wrong fields of the request.</summary>
    public IReadOnlyList<FieldViolation> Fields { get; init; } = [];

    /// <summary>To leave a gRPC method with this error.</summary>
    public RequestException ToException() => new(this);
}
