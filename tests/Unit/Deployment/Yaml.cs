using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Filingwire.Unit.Deployment;

/// <summary>YAML as JSON, which is easier to look into; merge keys are resolved.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
    private static readonly ISerializer ToJson = new SerializerBuilder().JsonCompatible().Build();

    public static IReadOnlyList<JsonNode> Documents(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        parser.Consume<StreamStart>();
        var documents = new List<JsonNode>();
        while (parser.Accept<DocumentStart>(out _))
        {
            if (Deserializer.Deserialize<object?>(parser) is { } document)
                documents.Add(JsonNode.Parse(ToJson.Serialize(document))!);
        }
        return documents;
    }

    public static IReadOnlyList<JsonNode> ReadAll(string path) => Documents(File.ReadAllText(path));

    public static JsonNode Read(string path) => Assert.Single(ReadAll(path));

    /// <summary>The node at a path of names and, as numbers, positions; null when there is none.</summary>
    public static JsonNode? At(this JsonNode? node, string path) => path.Split('/').Aggregate(node, (at, step) => at switch
    {
        JsonArray array => int.TryParse(step, out var i) && i < array.Count ? array[i] : null,
        JsonObject map => map[step],
        _ => null,
    });

    public static string? Text(this JsonNode? node, string path) => node.At(path)?.ToString();

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string path) => node.At(path) is JsonArray array ? array.OfType<JsonNode>() : [];

    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, string path) =>
        node.At(path) is JsonObject map ? map.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") : new Dictionary<string, string>();
}
