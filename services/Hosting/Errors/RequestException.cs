namespace Filingwire.Hosting.Errors;

/// <summary>Ends a gRPC call with a <see cref="DomainError"/>; the error interceptor turns it into a status with details.</summary>
public sealed class RequestException(DomainError error) : Exception(error.Message)
{
    /// <summary>The error.</summary>
    public DomainError Error { get; } = error;

    /// <summary>INVALID_ARGUMENT for one field.</summary>
    public static RequestException Invalid(string reason, string field, string message) =>
        new(new DomainError(ErrorKind.Invalid, reason, message) { Fields = [new FieldViolation(field, message)] });

    /// <summary>NOT_FOUND for one resource.</summary>
    public static RequestException NotFound(string reason, string name) => new(
        new DomainError(ErrorKind.NotFound, reason, $"There is no {name}.") { Metadata = new Dictionary<string, string> { ["name"] = name } });
}
