namespace Filingwire.Unit.GrpcRuntime.Api;

/// <summary>
/// The public API of the official packages, version 2.85.0, as <see cref="PublicApi"/> writes that of their assemblies: a file
/// per package, a line per type and below it an indented line per member, none left out.
/// </summary>
internal sealed class OfficialListing
{
    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);

    private OfficialListing() { }

    public static OfficialListing Read()
    {
        var listing = new OfficialListing();
        var folder = Path.Combine(AppContext.BaseDirectory, "GrpcRuntime", "Api", "Listing");
        foreach (var file in Directory.GetFiles(folder, "*.txt")) listing.Read(File.ReadLines(file));
        return listing;
    }

    public bool Has(string type) => _members.ContainsKey(type);

    /// <summary>Whether a type has a member, or one that takes further optional parameters at its end.</summary>
    public bool Has(string type, string member) =>
        _members.TryGetValue(type, out var members)
        && (members.Contains(member) || members.Any(official => HasFewerOptional(member, official)));

    private static bool HasFewerOptional(string member, string official)
    {
        if (!member.EndsWith(')') || !official.StartsWith(member[..^1], StringComparison.Ordinal)) return false;
        var rest = official[(member.Length - 1)..^1];
        var isFirst = member.EndsWith("()", StringComparison.Ordinal);
        return (isFirst || rest.StartsWith(", ", StringComparison.Ordinal))
            && rest[(isFirst ? 0 : 2)..].Split(", ").All(parameter => parameter.Contains(" = ", StringComparison.Ordinal));
    }

    private void Read(IEnumerable<string> lines)
    {
        HashSet<string>? members = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal)) members!.Add(line[2..]);
            else if (!_members.TryGetValue(line, out members)) _members[line] = members = new HashSet<string>(StringComparer.Ordinal);
        }
    }
}
