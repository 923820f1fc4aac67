using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Filingwire.Store;

/// <summary>A collection as the store sees it.</summary>
public abstract partial class CollectionDefinition
{
    private readonly List<FieldDefinition> fields = [];
    private readonly List<IReadOnlyList<FieldDefinition>> indexes = [];

    private protected CollectionDefinition(string name, int shape)
    {
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException("A name is lower camel case of ASCII letters and digits.", nameof(name));
        Name = name;
        Shape = shape;
    }

    /// <summary>Lower camel case, unique in the service.</summary>
    public string Name { get; }

    /// <summary>Version of the documents' JSON shape, from 1.</summary>
    public int Shape { get; }

    /// <summary>The declared fields, in order of declaration.</summary>
    public IReadOnlyList<FieldDefinition> Fields => fields;

    /// <summary>The declared indexes: the fields of each, in order. Tags need none declared.</summary>
    public IReadOnlyList<IReadOnlyList<FieldDefinition>> Indexes => indexes;

    /// <summary>Changes when stored documents have to be indexed anew.</summary>
    public string Signature => string.Join(';', fields.Select(f => $"{f.Name}:{f.Kind}")
        .Concat(indexes.Select(index => string.Join('+', index.Select(f => f.Name))))
        .Append(Shape.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Value of each declared field of a stored document.</summary>
    public abstract IReadOnlyDictionary<string, object?> FieldsOf(StoredDocument document);

    private protected void Declare(string name, FieldKind kind)
    {
        if (!NamePattern().IsMatch(name) || fields.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"The field '{name}' is declared twice or not in lower camel case.", nameof(name));
        fields.Add(new FieldDefinition(name, kind));
    }

    private protected void DeclareIndex(IReadOnlyList<string> names) => indexes.Add([.. names.Select(name =>
        fields.Find(f => f.Name == name && f.Kind != FieldKind.Tags) ?? throw new ArgumentException($"'{name}' is no declared field that an index can hold.", nameof(names)))]);

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,40}$")]
    private static partial Regex NamePattern();
}

/// <summary>Says how documents of one type are kept and by which fields they can be found.</summary>
/// <typeparam name="T">An immutable record that <see cref="StoredJson"/> can write and read.</typeparam>
/// <param name="name">Lower camel case, unique in the service.</param>
/// <param name="shape">Version of the JSON shape; raise it with an <see cref="Upgrade"/> when old documents no longer fit.</param>
public sealed class CollectionDefinition<T>(string name, int shape = 1) : CollectionDefinition(name, shape)
    where T : class
{
    private readonly List<Func<T, object?>> values = [];
    private readonly Dictionary<int, Func<JsonObject, JsonObject>> upgrades = [];

    /// <summary>Declares a text field.</summary>
    public CollectionDefinition<T> Text(string field, Func<T, string?> value) => Add(field, FieldKind.Text, value);

    /// <summary>Declares an integer field.</summary>
    public CollectionDefinition<T> Number(string field, Func<T, long?> value) => Add(field, FieldKind.Number, d => value(d));

    /// <summary>Declares a date field, kept as ISO text (<c>2024-08-14</c>).</summary>
    public CollectionDefinition<T> Date(string field, Func<T, DateOnly?> value) => Add(field, FieldKind.Text, d => value(d)?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Declares a field of any number of strings, by each of which documents are found without a further index.</summary>
    public CollectionDefinition<T> Tags(string field, Func<T, IEnumerable<string>> value) =>
        Add(field, FieldKind.Tags, d => value(d).Distinct(StringComparer.Ordinal).ToArray());

    /// <summary>
    /// Declares an index for queries that fix all of these fields but the last, and the last or its order. Each costs every save; a field
    /// without one only narrows down what another condition finds.
    /// </summary>
    public CollectionDefinition<T> Index(params string[] fields)
    {
        DeclareIndex(fields);
        return this;
    }

    /// <summary>Says how JSON of an older shape becomes JSON of the next one. It is applied when a document is read.</summary>
    public CollectionDefinition<T> Upgrade(int fromShape, Func<JsonObject, JsonObject> change)
    {
        upgrades.Add(fromShape, change);
        return this;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> FieldsOf(StoredDocument document) => FieldsOf(Read(document));

    internal IReadOnlyDictionary<string, object?> FieldsOf(T document)
    {
        var result = new Dictionary<string, object?>(values.Count, StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
            result.Add(Fields[i].Name, values[i](document));
        return result;
    }

    internal T Read(StoredDocument document)
    {
        if (document.Shape == Shape)
            return StoredJson.Read<T>(document.Json.Span);
        if (document.Shape > Shape)
            throw new StoreDamagedException($"{Name}/{document.Id} was written by a newer version of this service (shape {document.Shape}, known {Shape}).");
        var json = JsonNode.Parse(document.Json.Span)!.AsObject();
        for (var shape = document.Shape; shape < Shape; shape++)
            json = upgrades.TryGetValue(shape, out var change) ? change(json) : json;
        return StoredJson.Read<T>(json);
    }

    private CollectionDefinition<T> Add(string field, FieldKind kind, Func<T, object?> value)
    {
        Declare(field, kind);
        values.Add(value);
        return this;
    }
}
