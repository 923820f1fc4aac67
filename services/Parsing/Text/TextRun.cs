namespace Filingwire.Parsing.Text;

/// <summary>
/// A stretch of characters that came from one stretch of bytes. Where a run has as many bytes as characters they go one to one; otherwise every
/// character stands for all bytes of the run (a character reference, a multi-byte character, collapsed white space).
/// </summary>
/// <param name="CharStart">First character; the run ends where the next one begins.</param>
/// <param name="ByteStart">First byte in the submission.</param>
/// <param name="ByteEnd">First byte after the run.</param>
internal readonly record struct TextRun(int CharStart, int ByteStart, int ByteEnd);
