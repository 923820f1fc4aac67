using System.Globalization;
using MongoDB.Bson;

namespace Filingwire.Store.Mongo;

/// <summary>An event as a BSON document. Instants are text, because BSON's dates end at the millisecond.</summary>
internal static class MongoEvent
{
    public const string Id = "id";
    public const string OccurredAt = "occurredAt";
    public const string Cause = "cause";

    public static BsonDocument Write(EventRecord e) => new()
    {
        { Id, IdOf(e.EventId) },
        { "type", e.Type },
        { OccurredAt, Instant(e.OccurredAt) },
        { "subject", Text(e.Subject) },
        { Cause, Text(e.Cause) },
        { "causeKind", Text(e.CauseKind) },
        { "json", e.Json },
        { "traceParent", Text(e.TraceParent) },
    };

    public static EventRecord Read(BsonDocument document) => new(
        Guid.ParseExact(document[Id].AsString, "D"),
        document["type"].AsString,
        Instant(document[OccurredAt].AsString),
        Text(document["subject"]),
        Text(document[Cause]),
        Text(document["causeKind"]),
        document["json"].AsString,
        Text(document["traceParent"]));

    public static string IdOf(Guid id) => id.ToString("D");

    public static BsonArray Ids(IEnumerable<Guid> ids) => new(ids.Distinct().Select(IdOf));

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static BsonValue Text(string? text) => text is null ? BsonNull.Value : text;

    private static string? Text(BsonValue value) => value.IsBsonNull ? null : value.AsString;
}
