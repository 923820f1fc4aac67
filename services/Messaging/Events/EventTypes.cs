using System.Text.RegularExpressions;
using Filingwire.Contracts.Events;

namespace Filingwire.Messaging.Events;

/// <summary>The events there are: every record in Contracts that implements <see cref="IEvent"/>.</summary>
public static partial class EventTypes
{
    /// <summary>By the name that stands in the log.</summary>
    public static IReadOnlyDictionary<string, Type> ByName { get; } = typeof(IEvent).Assembly.GetExportedTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t))
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The name in kebab case: <c>note-taken</c>.</summary>
    public static string Kebab(Type type) => WordStart().Replace(type.Name, "-$0").ToLowerInvariant();

    /// <summary>The exchange on which events of a type are published: <c>filingwire.note-taken</c>.</summary>
    public static string Exchange(Type type) => "filingwire." + Kebab(type);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
