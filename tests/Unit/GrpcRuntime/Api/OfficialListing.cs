namespace Filingwire.Unit.GrpcRuntime.Api;

/// <summary>
/// The public API of the official packages, version 2.85.0. Every file has a line per type and an indented line per member;
/// a member line that occurred before in the same file is not repeated.
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

    public bool Has(string type, string member) => _members.TryGetValue(type, out var members) && members.Contains(member);

    private void Read(IEnumerable<string> lines)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>? members = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                before.Add(line[2..]);
                members!.Add(line[2..]);
                continue;
            }

            // The type whose section ends here may have repeated any line so far.
            members?.UnionWith(before);
            if (!_members.TryGetValue(line, out members)) _members[line] = members = new HashSet<string>(StringComparer.Ordinal);
        }

        members?.UnionWith(before);
    }
}
