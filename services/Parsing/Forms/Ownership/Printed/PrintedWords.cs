namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>
/// Finds the form's own printed words in a text that recognition may have broken: case, blanks, tabs and punctuation do not count, and one
/// character in eight may be wrong.
/// </summary>
internal sealed class PrintedWords
{
    private const int CharactersPerError = 8;
    private readonly int[] positions;

    public PrintedWords(string content, int start, int end)
    {
        var squashed = new char[end - start];
        positions = new int[end - start];
        var count = 0;
        for (var at = start; at < end; at++)
        {
            if (!char.IsLetterOrDigit(content[at]) && content[at] != '%')
                continue;
            positions[count] = at;
            squashed[count++] = char.ToLowerInvariant(content[at]);
        }
        Squashed = new string(squashed, 0, count);
    }

    /// <summary>Letters, digits and percent signs in lower case.</summary>
    public string Squashed { get; }

    public static string Squash(string text) => new PrintedWords(text, 0, text.Length).Squashed;

    /// <summary>The characters of the content that hold the words; null when they are not there.</summary>
    /// <param name="words">Squashed words.</param>
    /// <param name="from">First character of the content to look at.</param>
    public (int Start, int End)? Find(string words, int from = 0)
    {
        var first = Array.BinarySearch(positions, 0, Squashed.Length, from);
        first = first < 0 ? ~first : first;
        var exact = Squashed.IndexOf(words, first, StringComparison.Ordinal);
        if (exact >= 0)
            return (positions[exact], positions[exact + words.Length - 1] + 1);
        var allowed = words.Length / CharactersPerError;
        if (allowed == 0 || FindNear(Squashed.AsSpan(first), words, allowed) is not { } near)
            return null;
        return (positions[first + near.Start], positions[first + near.End - 1] + 1);
    }

    /// <summary>Whether a text is a piece of the words, as when the line break of a heading splits it.</summary>
    public static bool IsPieceOf(string squashed, string words) =>
        squashed.Length >= 3 && squashed.Length <= words.Length && (words.Contains(squashed, StringComparison.Ordinal)
            || (squashed.Length >= 5 && FindNear(words, squashed, Math.Max(1, squashed.Length / CharactersPerError)) is not null));

    /// <summary>Sellers' algorithm: the stretch of the text with the fewest edits to the pattern, if these are few enough.</summary>
    private static (int Start, int End)? FindNear(ReadOnlySpan<char> text, string pattern, int allowed)
    {
        var cost = new int[pattern.Length + 1];
        var start = new int[pattern.Length + 1];
        for (var i = 0; i <= pattern.Length; i++)
            cost[i] = i;
        (int Start, int End)? best = null;
        var least = allowed + 1;
        // Rows beyond the last one within the allowance cannot lead to a match: they are left out until the row before them can.
        var last = Math.Min(allowed + 1, pattern.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var (diagonalCost, diagonalStart) = (cost[0], start[0]);
            (cost[0], start[0]) = (0, at + 1);
            for (var i = 1; i <= last; i++)
            {
                var replaced = (Cost: diagonalCost + (text[at] == pattern[i - 1] ? 0 : 1), Start: i == 1 ? at : diagonalStart);
                (diagonalCost, diagonalStart) = (cost[i], start[i]);
                var (chosen, from) = replaced;
                if (cost[i] + 1 < chosen)
                    (chosen, from) = (cost[i] + 1, start[i]);
                if (cost[i - 1] + 1 < chosen)
                    (chosen, from) = (cost[i - 1] + 1, start[i - 1]);
                (cost[i], start[i]) = (chosen, from);
            }
            if (last == pattern.Length && cost[last] < least)
                (least, best) = (cost[last], (start[last], at + 1));
            while (last > 0 && cost[last] > allowed)
                last--;
            if (last < pattern.Length)
                cost[++last] = allowed + 1;
        }
        return best is { } found && found.Start < found.End ? best : null;
    }
}
