using System.Collections;
using System.Reflection;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Ownership;

/// <summary>A field of a document with the path by which it is reached, such as "NonDerivativeRows[0].SecurityTitle".</summary>
internal sealed record FieldAt(string Path, object? Value, Source Source, IReadOnlyList<string> FootnoteIds);

/// <summary>Lists every field of a document, whatever its type; a field that is added to the records is listed without further ado.</summary>
internal static class OwnershipFields
{
    public static IEnumerable<FieldAt> Of(OwnershipDocument document) => Walk(document, "");

    public static IEnumerable<FieldAt> OfRecord(object record) => Walk(record, "");

    private static IEnumerable<FieldAt> Walk(object value, string path)
    {
        if (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Field<>))
            return [new FieldAt(path, type.GetProperty("Value")!.GetValue(value), (Source)type.GetProperty("Source")!.GetValue(value)!,
                (IReadOnlyList<string>)type.GetProperty("FootnoteIds")!.GetValue(value)!)];
        if (value is string || !value.GetType().IsClass)
            return [];
        if (value is IEnumerable list)
            return list.Cast<object>().SelectMany((item, index) => Walk(item, $"{path}[{index}]"));
        return value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, Member: property.GetValue(value)))
            .Where(member => member.Member is not null)
            .SelectMany(member => Walk(member.Member!, path.Length == 0 ? member.Name : $"{path}.{member.Name}"));
    }
}
