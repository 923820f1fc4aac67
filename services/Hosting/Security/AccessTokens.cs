using System.Security.Cryptography;
using System.Text;
using Filingwire.Hosting.Settings;

namespace Filingwire.Hosting.Security;

/// <summary>What a caller may do; each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Ask and watch.</summary>
    Reader = 1,

    /// <summary>Also hand in.</summary>
    Submitter,

    /// <summary>Also rebuild, replay, back up.</summary>
    Operator,
}

/// <summary>The tokens a service accepts. Only their SHA-256 is kept.</summary>
public sealed class AccessTokens
{
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
            if (parts.Length != 2 || !Enum.TryParse<Role>(parts[0], ignoreCase: true, out var role) || !Enum.IsDefined(role)
                || !parts[1].StartsWith("sha256:", StringComparison.Ordinal) || parts[1].Length != 7 + 64 || !parts[1].AsSpan(7).ToArray().All(char.IsAsciiHexDigit))
                throw new OptionsException($"Line {number} of the token file is not 'role sha256:<64 hex digits>'.");
            tokens.roles[parts[1][7..].ToLowerInvariant()] = role;
        }
        return tokens;
    }

    /// <summary>The role of a token; null when it is not known.</summary>
    public Role? RoleOf(string token) =>
        roles.TryGetValue(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))), out var role) ? role : null;
}
