using System.Security.Cryptography;
using System.Text;
using Filingwire.Hosting.Settings;

namespace Filingwire.Hosting.Security;

/// <summary>What a caller may do; each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Ask and watch.</summary>
    Reader = 1,

    /// <summary>Also hand in, and get back what was handed in.</summary>
    Submitter,

    /// <summary>Another service of the installation: also sees personal addresses, because it keeps them for operators.</summary>
    Peer,

    /// <summary>Also rebuild, replay, back up.</summary>
    Operator,
}

/// <summary>The tokens a service accepts. Only their SHA-256 is kept.</summary>
public sealed class AccessTokens
{
    private const string HashPrefix = "sha256:";
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal);

    /// <summary>Reads a file of lines <c>role sha256:hex</c>; empty lines and lines with # are left out.</summary>
    /// <exception cref="OptionsException">The file is absent or a line is not understood.</exception>
    public static AccessTokens ReadFile(string path)
    {
        if (!File.Exists(path))
            throw new OptionsException($"FILINGWIRE_TOKENS names {path}, which is not there.");
        return Parse(File.ReadLines(path));
    }

    /// <inheritdoc cref="ReadFile"/>
    public static AccessTokens Parse(IEnumerable<string> lines)
    {
        var tokens = new AccessTokens();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || RoleNamed(parts[0]) is not { } role || HashIn(parts[1]) is not { } hash)
                throw new OptionsException($"Line {number} of the token file is not 'role sha256:<64 hex digits>'.");
            if (hash == HashOf(""))
                throw new OptionsException($"Line {number} of the token file has the hash of an empty token.");
            if (!tokens.roles.TryAdd(hash, role))
                throw new OptionsException($"Line {number} of the token file repeats a token.");
        }
        return tokens;
    }

    /// <summary>The role of a token; null when it is not known.</summary>
    public Role? RoleOf(string token) => roles.TryGetValue(HashOf(token), out var role) ? role : null;

    /// <summary>By its one name: an enum's own parsing takes numbers and lists as well.</summary>
    private static Role? RoleNamed(string name) => Enum.GetValues<Role>()
        .Where(role => role.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();

    private static string? HashIn(string text) =>
        text.StartsWith(HashPrefix, StringComparison.Ordinal) && text[HashPrefix.Length..] is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit)
            ? hex.ToLowerInvariant()
            : null;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
