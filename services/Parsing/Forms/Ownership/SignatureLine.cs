using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>
/// What a signature line says of itself: "/s/ Jane Doe, Attorney-in-Fact for John Roe" has a signer, a capacity and a person on whose behalf
/// she signs. The form leaves the line free; parts are cut out only where the words are plain.
/// </summary>
internal static class SignatureLine
{
    private const byte CutOut = 90;
    private const string Rule = "ownership.signature.";

    private static readonly string[] Capacities =
    [
        "attorney-in-fact", "attorney in fact", "attorney infact", "attorney - in - fact", "attorneys-in-fact", "attorney-in fact", "attorney in-fact", "as attorney", "power of attorney",
        "poa", "by poa", "under poa", "authorized signatory", "authorised signatory", "authorized person", "authorized signer", "authorized representative", "authorized officer",
    ];

    /// <summary>Sets the signature's line and its parts.</summary>
    public static void Fill(OwnerSignature signature, Field<string?>? line)
    {
        signature.Name = line;
        if (line?.Value is not { } text)
            return;
        var signer = TrimStart(text, 0, text.Length);
        while (text.AsSpan(signer).StartsWith("/s/", StringComparison.OrdinalIgnoreCase) || text.AsSpan(signer).StartsWith("by:", StringComparison.OrdinalIgnoreCase))
            signer = TrimStart(text, signer + 3, text.Length);
        var (capacity, length) = FindCapacity(text, signer);
        var end = capacity < 0 ? text.Length : capacity;
        if (capacity >= 0)
        {
            signature.Capacity = Whole(Part(line, capacity, length, "capacity"));
            var behalf = TrimStart(text, capacity + length, text.Length);
            if (text.AsSpan(behalf).StartsWith("for ", StringComparison.OrdinalIgnoreCase) && text.Length > behalf + 4)
                signature.OnBehalfOf = Part(line, behalf + 4, text.Length - behalf - 4, "onBehalfOf");
        }
        signature.Signer = Part(line, signer, end - signer, "signer");
    }

    private static (int Start, int Length) FindCapacity(string text, int from)
    {
        foreach (var capacity in Capacities)
        {
            var at = text.IndexOf(capacity, from, StringComparison.OrdinalIgnoreCase);
            if (at > from && !char.IsLetterOrDigit(text[at - 1]) && (at + capacity.Length == text.Length || !char.IsLetterOrDigit(text[at + capacity.Length])))
                return (at, capacity.Length);
        }
        return (-1, 0);
    }

    /// <summary>Recognition runs "in fact" together.</summary>
    private static Field<string?>? Whole(Field<string?>? capacity) =>
        capacity is null ? null : capacity with { Value = capacity.Value!.Replace("infact", "in fact", StringComparison.OrdinalIgnoreCase) };

    /// <summary>The part without blanks and separators around it; null when nothing is left.</summary>
    private static Field<string?>? Part(Field<string?> line, int start, int length, string part)
    {
        var text = line.Value!;
        var end = start + length;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or '-' or '(' or '/'))
            end--;
        start = TrimStart(text, start, end);
        if (start == end)
            return null;
        var value = text[start..end];
        // Only where every character is one byte does a position in the text tell the bytes; else the whole line is the source.
        var span = line.Source.Span is { } whole && whole.Length == text.Length ? new ByteSpan(whole.Start + start, whole.Start + end) : (ByteSpan?)null;
        return new Field<string?>(value, span is null
            ? line.Source with { Rule = Rule + part, Confidence = CutOut }
            : new Source(value, span, Rule + part, CutOut));
    }

    private static int TrimStart(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ';' or ':'))
            start++;
        return start;
    }
}
