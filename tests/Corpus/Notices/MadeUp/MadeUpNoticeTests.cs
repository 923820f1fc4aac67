using Filingwire.Parsing;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>Made-up notices over all templates and box styles, scored field by field against the tables they were drawn from.</summary>
public sealed class MadeUpNoticeTests(ITestOutputHelper output)
{
    private const int Documents = 600;

    [Fact]
    public void Fields_of_made_up_notices_are_read_with_F1_of_97_and_precision_of_98_percent()
    {
        var score = new FieldScore();
        for (var number = 0; number < Documents; number++)
        {
            var notice = MadeUpNotice.Of(number);
            var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(new NoticeTemplate(number, notice).Render()).Filing);
            var facts = NoticeFacts.Of(filing);
            // Not drawn from the tables, so there is no truth to hold it against.
            facts.Remove("diagnostics");
            score.Add($"#{number}", facts, notice.Truth());
        }
        output.WriteLine(score.Table());
        output.WriteLine(string.Join('\n', score.Differences.Take(900)));
        Assert.True(score.Precision >= 0.98, $"precision {score.Precision:0.0000}");
        Assert.True(score.F1 >= 0.97, $"F1 {score.F1:0.0000}");
    }
}
