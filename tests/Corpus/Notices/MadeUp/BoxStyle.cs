namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>A way to draw check boxes.</summary>
/// <param name="Ticked">A ticked box.</param>
/// <param name="Empty">An empty one.</param>
/// <param name="IsMarkup">Holds tags and fits only HTML.</param>
/// <param name="OnlyText">Would be a tag in HTML.</param>
internal sealed record BoxStyle(string Ticked, string Empty, bool IsMarkup = false, bool OnlyText = false)
{
    public static readonly BoxStyle[] All =
    [
        new("☒", "☐"), new("☑", "☐"), new("[X]", "[ ]"), new("[x]", "[  ]"), new("(X)", "( )"), new("/X/", "/ /"), new("|X|", "|_|"), new("X", "___"), new("_X_", "___"), new("{X}", "{ }"), new("(x)", "(  )"), new("[_X_]", "[___]"), new("<X>", "< >", OnlyText: true), new("✓", "□"), new("þ", "o"),
        new("&#9746;", "&#9744;", true), new("<FONT FACE=\"WINGDINGS\">x</FONT>", "<FONT FACE=\"WINGDINGS\">&#168;</FONT>", true), new("<span style=\"font-family:Wingdings\">þ</span>", "<span style=\"font-family:Wingdings\">o</span>", true),
        new("<font face='Wingdings 2'>R</font>", "<font face='Wingdings 2'>&#163;</font>", true), new("<img src=\"x.jpg\" alt=\"checked box\">", "<img src=\"o.jpg\" alt=\"unchecked box\">", true),
        new("<img src=\"g1.gif\" alt=\"(x)\">", "<img src=\"g2.gif\" alt=\"( )\">", true), new("&#254;", "&#168;", true), new("<FONT FACE=\"Webdings\">r</FONT>", "<FONT FACE=\"Webdings\">c</FONT>", true),
        new("<input type=\"checkbox\" checked disabled>", "<input type=\"checkbox\" disabled>", true),
    ];
}
