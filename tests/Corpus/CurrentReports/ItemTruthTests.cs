using Filingwire.Corpus.Notices;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;

namespace Filingwire.Corpus.CurrentReports;

/// <summary>
/// Items of real reports of 1994 to 2023, chosen for variety of filers and layouts, against truth that a person wrote down from the documents: a
/// line "code|caption|begin of the text" per item.
/// </summary>
public sealed class ItemTruthTests(ITestOutputHelper output)
{
    [Fact]
    public void Codes_captions_and_begins_of_items_are_as_a_person_reads_them()
    {
        var score = new FieldScore();
        var truth = NoticeFacts.Truth(NoticeTruth.Text("items", "CurrentReports"));
        foreach (var path in FilingFiles.In("8k").Where(path => truth.ContainsKey(Path.GetFileNameWithoutExtension(path))))
        {
            var bytes = File.ReadAllBytes(path);
            var report = Assert.IsType<CurrentReport>(FilingParser.Parse(bytes).Filing?.Reading.Content);
            var lines = truth[Path.GetFileNameWithoutExtension(path)];
            score.Add(Path.GetFileName(path), Facts(report, bytes, lines), Expected(lines));
        }
        output.WriteLine(score.Table());
        Assert.True(score.Differences.Count == 0, string.Join('\n', score.Differences));
    }

    private static SortedDictionary<string, List<string>> Expected(List<string> lines) => new(StringComparer.Ordinal)
    {
        ["code"] = [.. lines.Select(line => line.Split('|')[0])],
        ["caption"] = [.. lines.Select(line => Tidy(line.Split('|')[1]))],
        ["body_begin"] = [.. lines.Select(line => VisibleText.Squeezed(line.Split('|')[2]))],
    };

    // The text of an item is compared as far as the person wrote it down.
    private static SortedDictionary<string, List<string>> Facts(CurrentReport report, byte[] bytes, List<string> lines) => new(StringComparer.Ordinal)
    {
        ["code"] = [.. report.Items.Select(item => item.Code)],
        ["caption"] = [.. report.Items.Select(item => Tidy(item.Caption?.Value ?? ""))],
        ["body_begin"] = [.. report.Items.Select((item, i) => Begin(bytes.AsSpan(item.Body.Start, Math.Min(item.Body.Length, 6000)), i < lines.Count ? VisibleText.Squeezed(lines[i].Split('|')[2]).Length : 30))],
    };

    private static string Begin(ReadOnlySpan<byte> body, int length) => VisibleText.Of(body) is var text ? text[..Math.Min(length, text.Length)] : "";

    private static string Tidy(string caption) => caption.Trim().TrimEnd('.', ':');
}
