using System.Collections;
using System.Reflection;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Notices;

/// <summary>Finds every source in a parsed content, wherever it hangs.</summary>
internal static class EvidenceWalk
{
    /// <summary>The path and source of every value.</summary>
    public static IEnumerable<(string Path, Source Source)> Sources(object? node, string path = "")
    {
        switch (node)
        {
            case null or string:
                yield break;
            case Source source:
                yield return (path, source);
                yield break;
            case IEnumerable list:
                var i = 0;
                foreach (var element in list)
                {
                    foreach (var found in Sources(element, $"{path}[{i}]"))
                        yield return found;
                    i++;
                }
                yield break;
        }
        if (node.GetType().Namespace?.StartsWith("Filingwire", StringComparison.Ordinal) != true)
            yield break;
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            foreach (var found in Sources(property.GetValue(node), $"{path}.{property.Name}"))
                yield return found;
        }
    }
}
