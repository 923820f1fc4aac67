using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;

namespace Filingwire.Unit.Contracts.Events;

/// <summary>
/// protos/events says for people and for other languages what the records say for C#. Each event has a schema and an example
/// there. After a change of a record: run this class with FILINGWIRE_APPROVE=1, look at the difference, and write the example by hand.
/// A field that has once been published is never renamed, removed or given another meaning: then the example no longer fits.
/// </summary>
public sealed class EventContractTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Strict = new(EventJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static TheoryData<string> Events => [.. EventTypes.ByName.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task The_schema_says_what_the_record_says(string name)
    {
        var type = EventTypes.ByName[name];
        var path = Path.Combine(Folder(), EventTypes.Kebab(type) + ".schema.json");
        var schema = EventSchema.Of(type);
        if (Environment.GetEnvironmentVariable("FILINGWIRE_APPROVE") == "1")
            await File.WriteAllTextAsync(path, schema.ToJsonString(Written) + "\n", TestContext.Current.CancellationToken);
        Assert.True(File.Exists(path), $"{path} is missing; run this with FILINGWIRE_APPROVE=1.");
        var written = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.True(JsonNode.DeepEquals(written, schema), $"{path} differs from the record; run this with FILINGWIRE_APPROVE=1 and look at the difference.");
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task The_example_is_read_and_written_back_unchanged(string name)
    {
        var type = EventTypes.ByName[name];
        var path = Path.Combine(Folder(), EventTypes.Kebab(type) + ".example.json");
        Assert.True(File.Exists(path), $"{path} is missing; write one by hand, with every field filled.");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var read = (IEvent)JsonSerializer.Deserialize(text, type, Strict)!;

        var back = JsonSerializer.SerializeToNode(read, type, EventJson.Options);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), back), $"{path} was written back as\n{back!.ToJsonString(Written)}");
        Assert.NotEqual(Guid.Empty, read.EventId);
        Assert.True(read.Sequence > 0);
    }

    [Fact]
    public void Every_file_belongs_to_an_event()
    {
        var events = EventTypes.ByName.Values.Select(EventTypes.Kebab).ToHashSet(StringComparer.Ordinal);
        var strangers = Directory.GetFiles(Folder(), "*.json").Select(f => Path.GetFileName(f)).Where(f => !events.Contains(f[..f.IndexOf('.', StringComparison.Ordinal)]));
        Assert.Empty(strangers);
    }

    [Fact]
    public async Task The_asynchronous_API_document_has_a_channel_for_every_event_and_no_other()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Folder(), "asyncapi.yaml"), TestContext.Current.CancellationToken);
        var channels = document.Split('\n').Where(l => l.StartsWith("    address: ", StringComparison.Ordinal)).Select(l => l[13..].Trim()).Order(StringComparer.Ordinal);
        Assert.Equal(EventTypes.ByName.Values.Select(EventTypes.Exchange).Order(StringComparer.Ordinal), channels);
        foreach (var type in EventTypes.ByName.Values)
        {
            Assert.Contains($"$ref: ./{EventTypes.Kebab(type)}.schema.json\n", document, StringComparison.Ordinal);
            Assert.Contains($"  on{type.Name}:\n", document, StringComparison.Ordinal);
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Filingwire.slnx")))
                return Path.Combine(folder.FullName, "protos", "events");
        throw new DirectoryNotFoundException("No Filingwire.slnx above the test.");
    }
}
