using System.Text;
using Filingwire.Parsing;

namespace Filingwire.Corpus;

/// <summary>One piece repeated, as a stranger may send it, read on a thread with a small stack and within a budget of its processor time.</summary>
public sealed class HostileTexts
{
    private const int SmallStack = 256 * 1024;
    private const string Form4 = "FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n1. Name and Address of Reporting Person\n";
    private const string Notice = "FORM 12b-25\nNOTIFICATION OF LATE FILING\nPART III - NARRATIVE\n";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, int> Texts => new()
    {
        { Form4, "X ", 62_000 },
        { Form4, "5. ", 40_000 },
        { Form4, "[ ] ", 30_000 },
        { Notice, "\n   -   ", 9_000 },
        { Notice, "1\n", 32_000 },
        { Notice + "(Check one): ", "[ ", 32_000 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_of_one_piece_repeated_is_read_or_refused(string head, string piece, int times)
    {
        var bytes = Encoding.ASCII.GetBytes(head + string.Concat(Enumerable.Repeat(piece, times)));
        ParseResult? result = null;
        var took = TimeSpan.Zero;
        var thread = new Thread(
            () =>
            {
                var before = ThreadTime.Now;
                result = FilingParser.Parse(bytes);
                took = ThreadTime.Now - before;
            },
            SmallStack);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(2)), "It does not end.");
        Assert.NotNull(result);
        Assert.True(took < Budget, $"{took.TotalSeconds:F1} s of processor");
    }
}
