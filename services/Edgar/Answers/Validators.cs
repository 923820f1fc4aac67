namespace Filingwire.Edgar.Answers;

/// <summary>What is held of a file, so that an unchanged one is not sent again.</summary>
/// <param name="ETag">As given.</param>
/// <param name="LastModified">As given.</param>
public sealed record Validators(string? ETag, DateTimeOffset? LastModified);
