namespace Filingwire.Corpus.Notices;

/// <summary>The truth files: written by hand from the documents.</summary>
internal static class NoticeTruth
{
    /// <summary>A truth file by the name of its document.</summary>
    public static string Text(string name, string area = "Notices") =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, area, "Truth", name + ".json"));
}
