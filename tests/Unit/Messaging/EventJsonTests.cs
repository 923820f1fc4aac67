using System.Text.Json;
using Filingwire.Messaging.Events;
using Filingwire.Store;

namespace Filingwire.Unit.Messaging;

public sealed class EventJsonTests
{
    private enum Mark
    {
        OnTime,
    }

    private sealed record Sample(decimal Price, DateOnly On, Mark Mark, string? Nothing, DateTimeOffset At);

    [Fact]
    public void Values_are_written_so_that_every_language_reads_them_exactly()
    {
        var json = JsonSerializer.Serialize(
            new Sample(-1234567890123456789.50m, new DateOnly(2024, 8, 14), Mark.OnTime, null, new DateTimeOffset(2024, 8, 14, 16, 7, 30, TimeSpan.Zero)), EventJson.Options);
        Assert.Equal("""{"price":"-1234567890123456789.50","on":"2024-08-14","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00"}""", json);
        Assert.Equal(-1234567890123456789.50m, JsonSerializer.Deserialize<Sample>(json, EventJson.Options)!.Price);
    }

    [Theory]
    [InlineData("""{"price":1.5,"on":"2024-08-14","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00"}""")]
    [InlineData("""{"price":"1,5","on":"2024-08-14","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00"}""")]
    [InlineData("""{"price":" 1.5","on":"2024-08-14","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00"}""")]
    [InlineData("""{"price":"1.5","on":"14.08.2024","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00"}""")]
    [InlineData("""{"price":"1.5","on":"2024-08-14","mark":0,"nothing":null,"at":"2024-08-14T16:07:30+00:00"}""")]
    public void What_is_written_otherwise_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, EventJson.Options));

    [Theory]
    [InlineData("""{"eventId":"x","sequence":0,"a":{"sequence":5}}""", """{"eventId":"x","sequence":42,"a":{"sequence":5}}""")]
    [InlineData("""{"a":{"sequence":5},"sequence":17}""", """{"a":{"sequence":5},"sequence":42}""")]
    [InlineData("""{"text":"ü \"sequence\":1","sequence":0}""", """{"text":"ü \"sequence\":1","sequence":42}""")]
    public void The_sequence_is_put_into_the_events_own_field_only(string json, string expected) =>
        Assert.Equal(expected, EventSequence.Set(json, 42));

    [Fact]
    public void Events_bear_unknown_fields_and_documents_do_not()
    {
        const string Json = """{"price":"1","on":"2024-08-14","mark":"onTime","nothing":null,"at":"2024-08-14T16:07:30+00:00","new":1}""";
        Assert.Equal(1m, JsonSerializer.Deserialize<Sample>(Json, EventJson.Options)!.Price);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sample>(Json, StoredJson.Options));
    }
}
