using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;

namespace Filingwire.Unit.Contracts.Events;

/// <summary>The JSON Schema that an event's record stands for: fields as they are written, with the record's own comments.</summary>
internal static partial class EventSchema
{
    private static readonly Dictionary<string, string> Comments = ReadComments();

    public static JsonObject Of(Type type)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Refine };
        var schema = EventJson.Options.GetJsonSchemaAsNode(type, options).AsObject();
        var result = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"https://filingwire.example/events/{EventTypes.Kebab(type)}.schema.json",
            ["title"] = type.Name,
            ["description"] = Comments.GetValueOrDefault("T:" + type.FullName),
        };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            result[key] = value;
        }
        // Readers bear fields that a newer publisher adds; what is published now is always there, null or not.
        result["required"] = new JsonArray([.. result["properties"]!.AsObject().Select(p => (JsonNode)p.Key)]);
        return result;
    }

    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(decimal))
            schema = new JsonObject { ["type"] = IsNullable(context) ? new JsonArray("string", "null") : "string", ["pattern"] = @"^-?\d+(\.\d+)?$" };
        if (schema is JsonObject node && context.PropertyInfo is { } property && Comment(property.DeclaringType, property.Name) is { } comment)
            node.Insert(0, "description", comment);
        return schema;
    }

    private static bool IsNullable(JsonSchemaExporterContext context) => Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null;

    private static string? Comment(Type type, string camel)
    {
        var name = char.ToUpperInvariant(camel[0]) + camel[1..];
        return Comments.GetValueOrDefault($"P:{type.FullName}.{name}") ?? Comments.GetValueOrDefault($"P:{typeof(IEvent).FullName}.{name}");
    }

    private static Dictionary<string, string> ReadComments() =>
        XDocument.Load(Path.ChangeExtension(typeof(IEvent).Assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!), StringComparer.Ordinal);

    private static string Text(XElement summary) => Space().Replace(
        string.Concat(summary.Nodes().Select(n => n is XElement e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value : n.ToString())), " ")
        .Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
