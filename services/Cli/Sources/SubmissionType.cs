using System.Text;

namespace Filingwire.Cli.Sources;

/// <summary>Tells a submission's form type from its header alone, so that what nobody wants is passed over at the speed of the disk.</summary>
internal static class SubmissionType
{
    /// <summary>The type stands among a submission's first lines.</summary>
    private const int Looked = 8 * 1024;

    /// <summary>The type as written, "10-K/A"; null when the bytes have no header that tells it.</summary>
    public static string? Of(ReadOnlySpan<byte> submission)
    {
        var head = submission[..Math.Min(submission.Length, Looked)];
        // As EDGAR gives it out, then as its feed writes it: there the first <TYPE> is the submission's, the documents' follow.
        return After(head, "CONFORMED SUBMISSION TYPE:"u8) ?? (head.IndexOf("<SUBMISSION>"u8) >= 0 ? After(head, "<TYPE>"u8) : null);
    }

    private static string? After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> label)
    {
        var at = head.IndexOf(label);
        if (at < 0)
            return null;
        var rest = head[(at + label.Length)..];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        var text = (end < 0 ? rest : rest[..end]).Trim(" \t"u8);
        return text.IsEmpty ? null : Encoding.Latin1.GetString(text);
    }
}
