using System.Collections;
using System.Reflection;
using Filingwire.Extraction.Parsing.Evidence;
using Filingwire.Extraction.Parsing.Forms.Ownership;

namespace Filingwire.Corpus.Ownership;

/// <summary>A field of a document with the path by which it is reached, such as "NonDerivativeRows[0].SecurityTitle".</summary>
internal sealed record FieldAt(string Path, object? Value, Source Source, IReadOnlyList<string> FootnoteIds);

/// <summary>Lists every field of a document, whatever its type; a field that is added to the records is listed without further ado.</summary>
internal static class OwnershipFields
{
    public static IEnumerable<FieldAt> Of(OwnershipDocument document) => Walk(document, "");

    private static IEnumerable<FieldAt> Walk(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetValue(value) is not { } member)
                continue;
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (member.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Field<>))
                yield return new FieldAt(name, type.GetProperty("Value")!.GetValue(member), (Source)type.GetProperty("Source")!.GetValue(member)!,
                    (IReadOnlyList<string>)type.GetProperty("FootnoteIds")!.GetValue(member)!);
            else if (member is not string && member is IEnumerable list)
            {
                var index = 0;
                foreach (var item in list)
                    if (item is not string)
                        foreach (var field in Walk(item, $"{name}[{index++}]"))
                            yield return field;
            }
            else if (member.GetType() is { IsClass: true } && member is not string)
                foreach (var field in Walk(member, name))
                    yield return field;
        }
    }
}
