using System.Net;
using System.Text;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>A way to draw check boxes.</summary>
/// <param name="Ticked">A ticked box.</param>
/// <param name="Empty">An empty one.</param>
/// <param name="IsMarkup">Holds tags and fits only HTML.</param>
internal sealed record BoxStyle(string Ticked, string Empty, bool IsMarkup = false)
{
    public static readonly BoxStyle[] All =
    [
        new("☒", "☐"), new("☑", "☐"), new("[X]", "[ ]"), new("[x]", "[  ]"), new("(X)", "( )"), new("/X/", "/ /"), new("|X|", "|_|"), new("X", "___"), new("_X_", "___"), new("{X}", "{ }"),
        new("&#9746;", "&#9744;", true), new("<FONT FACE=\"WINGDINGS\">x</FONT>", "<FONT FACE=\"WINGDINGS\">&#168;</FONT>", true), new("<span style=\"font-family:Wingdings\">þ</span>", "<span style=\"font-family:Wingdings\">o</span>", true),
        new("<font face='Wingdings 2'>R</font>", "<font face='Wingdings 2'>&#163;</font>", true), new("<img src=\"x.jpg\" alt=\"checked box\">", "<img src=\"o.jpg\" alt=\"unchecked box\">", true),
        new("<input type=\"checkbox\" checked disabled>", "<input type=\"checkbox\" disabled>", true),
    ];
}

/// <summary>Writes a made-up notice as a document: HTML with tables, HTML of paragraphs, typed text of the 1990s, or text with labels before values.</summary>
internal sealed class NoticeTemplate(int number, MadeUpNotice notice)
{
    private readonly Random random = new(number * 104729 + 5);
    private readonly StringBuilder document = new();
    private bool html;
    private BoxStyle box = BoxStyle.All[0];
    private bool boxBehind;

    private const string Reasons = "The reasons described in reasonable detail in Part III of this form could not be eliminated without unreasonable effort or expense;";
    private const string Dates = "The subject annual report, semi-annual report, transition report on Form 10-K, Form 20-F, Form 11-K, Form N-CEN or Form N-CSR, or portion thereof, will be filed on or before the fifteenth calendar day following the prescribed due date; or the subject quarterly report or transition report on Form 10-Q or subject distribution report on Form 10-D, or portion thereof, will be filed on or before the fifth calendar day following the prescribed due date; and";
    private const string Statement = "The accountant's statement or other exhibit required by Rule 12b-25(c) has been attached if applicable.";
    private const string Others = "Have all other periodic reports required under Section 13 or 15(d) of the Securities Exchange Act of 1934 or Section 30 of the Investment Company Act of 1940 during the preceding 12 months or for such shorter period that the registrant was required to file such report(s) been filed? If answer is no, identify report(s).";
    private const string Change = "Is it anticipated that any significant change in results of operations from the corresponding period for the last fiscal year will be reflected by the earnings statements to be included in the subject report or portion thereof?";
    private const string IfSo = "If so, attach an explanation of the anticipated change, both narratively and quantitatively, and, if appropriate, state the reasons why a reasonable estimate of the results cannot be made.";
    private const string State = "State below in reasonable detail why Forms 10-K, 20-F, 11-K, 10-Q, 10-D, N-CEN, N-CSR, or the transition report or portion thereof, could not be filed within the prescribed time period.";

    /// <summary>The document's bytes.</summary>
    public byte[] Render()
    {
        html = number % 2 == 0;
        var styles = BoxStyle.All.Where(style => html || !style.IsMarkup).ToArray();
        box = styles[random.Next(styles.Length)];
        boxBehind = random.Next(4) == 0;
        if (html)
            document.Append(random.Next(2) == 0 ? "<html><head><title>NT</title><style>p{margin:0}</style></head><body>" : "<HTML>\n<BODY BGCOLOR=\"WHITE\">\n");
        Head();
        Registrant();
        Relief();
        Narrative();
        OtherInformation();
        Signature();
        if (html)
            document.Append("</body></html>");
        return Encoding.UTF8.GetBytes(document.ToString());
    }

    private void Head()
    {
        Line("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549", "FORM 12b-25", "NOTIFICATION OF LATE FILING");
        if (notice.FileNumber is { } file)
            Line(random.Next(2) == 0 ? $"Commission File Number {file}" : $"SEC FILE NUMBER: {file}");
        if (notice.Cusip is { } cusip)
            Line($"CUSIP NUMBER: {cusip}");
        string[] reports = ["10-K", "20-F", "11-K", "10-Q", "10-D", "N-CEN", "N-CSR"];
        var boxes = reports.Select(report => Box(report == notice.Report, "Form " + report)).ToList();
        if (html && random.Next(2) == 0)
            document.Append("<table><tr><td>(Check one):</td>").AppendJoin("", boxes.Select(label => $"<td>{label}</td>")).Append("</tr></table>\n");
        else
            Raw("(Check one): " + string.Join(random.Next(2) == 0 ? "  " : "\n", boxes));
        Line($"For Period Ended: {MadeUpNotice.Long(notice.PeriodEnd)}");
        foreach (var report in reports.Take(4))
            Raw(Box(false, "Transition Report on Form " + report));
        Line("For the Transition Period Ended: ____________________");
        Line("Nothing in this form shall be construed to imply that the Commission has verified any information contained herein.");
        Line("If the notification relates to a portion of the filing checked above, identify the Item(s) to which the notification relates:" + (random.Next(2) == 0 ? " N/A" : ""));
    }

    private void Registrant()
    {
        Line(random.Next(2) == 0 ? "PART I - REGISTRANT INFORMATION" : "PART I — REGISTRANT INFORMATION");
        var place = $"{notice.Place.City}, {notice.Place.State} {notice.Place.Zip}";
        (string Label, string? Value)[] rows =
        [
            ("Full Name of Registrant", notice.Registrant), ("Former Name if Applicable", notice.FormerName ?? (random.Next(2) == 0 ? "N/A" : null)),
            ("Address of Principal Executive Office (Street and Number)", notice.Street), ("City, State and Zip Code", place),
        ];
        var style = random.Next(3);
        foreach (var (label, value) in rows)
        {
            if (style == 0 && !html)
                Raw($"{label}: {value}");
            else if (style == 0)
                Line($"{label}: {value}");
            else if (style == 1)
                Line(value ?? "", html ? label : new string('-', 40), html ? "" : label);
            else if (html)
                Line($"{value} ({label})".Trim());
            else
                Raw($"    {value} ({label})");
        }
    }

    private void Relief()
    {
        Line("PART II - RULES 12b-25(b) AND (c)");
        Line("If the subject report could not be filed without unreasonable effort or expense and the registrant seeks relief pursuant to Rule 12b-25(b), the following should be completed. (Check box if appropriate)");
        var mark = notice.Relief == true ? box.Ticked : box.Empty;
        if (html)
            document.Append($"<table><tr><td></td><td>(a)</td><td><p>{Text(Reasons)}</p></td></tr><tr><td>{mark}</td><td>(b)</td><td>{Text(Dates)}</td></tr><tr><td></td><td>(c)</td><td>{Text(Statement)}</td></tr></table>\n");
        else
            Raw($"         (a) {Reasons}\n\n{mark}      (b) {Dates}\n\n         (c) {Statement}");
    }

    private void Narrative()
    {
        Line(random.Next(2) == 0 ? "PART III - NARRATIVE" : "Part III — Narrative");
        Line(random.Next(3) == 0 ? State.Replace("prescribed", "p rescribed", StringComparison.Ordinal) : State + (random.Next(2) == 0 ? " (Attach extra sheets if needed.)" : ""));
        var text = notice.Narrative.Text;
        if (random.Next(3) == 0 && text.IndexOf(". ", StringComparison.Ordinal) is var cut and > 0 && !char.IsUpper(text[cut - 1]))
            Line(text[..(cut + 1)], text[(cut + 2)..]);
        else
            Line(text);
        if (random.Next(4) == 0)
            Line("2");
    }

    private void OtherInformation()
    {
        if (random.Next(3) > 0)
            Line("PART IV - OTHER INFORMATION");
        Line("(1) Name and telephone number of person to contact in regard to this notification");
        if (html)
            document.Append($"<table><tr><td>{Text(notice.Contact.Name)}</td><td>({notice.Contact.Area})</td><td>{notice.Contact.Number}</td></tr><tr><td>(Name)</td><td>(Area Code)</td><td>(Telephone Number)</td></tr></table>\n");
        else
            Raw($"    {notice.Contact.Name}       ({notice.Contact.Area})      {notice.Contact.Number}\n       (Name)       (Area Code)   (Telephone Number)");
        Line("(2) " + Others);
        Answer(notice.Missing.Count == 0);
        foreach (var missing in notice.Missing)
            Line(missing);
        Line("(3) " + Change);
        Answer(notice.Figures.Count > 0);
        if (random.Next(4) > 0)
            Line(IfSo);
        foreach (var figure in notice.Figures)
            Line(figure.Sentence);
    }

    private void Signature()
    {
        Line(notice.Registrant.ToUpperInvariant());
        Line("(Name of Registrant as Specified in Charter)");
        Line("has caused this notification to be signed on its behalf by the undersigned hereunto duly authorized.");
        var style = random.Next(3);
        if (html && style == 0)
            document.Append($"<table><tr><td>Date: {MadeUpNotice.Long(notice.SignedOn)}</td><td>By:</td><td>/s/ {Text(notice.Signer.Name)}</td></tr><tr><td></td><td></td><td>{Text(notice.Signer.Name)}</td></tr><tr><td></td><td></td><td>{Text(notice.Signer.Title)}</td></tr></table>\n");
        else if (style == 1)
            Line($"Date: {MadeUpNotice.Long(notice.SignedOn)}", $"By: /s/ {notice.Signer.Name}", $"Name: {notice.Signer.Name}", $"Title: {notice.Signer.Title}");
        else
            Line($"Dated: {MadeUpNotice.Long(notice.SignedOn)}", $"By: /s/ {notice.Signer.Name}", notice.Signer.Name, notice.Signer.Title);
        Line("INSTRUCTION: The form may be signed by an executive officer of the registrant or by any other duly authorized representative.");
    }

    private void Answer(bool yes)
    {
        var behind = boxBehind || random.Next(6) == 0;
        var (first, second) = (yes ? box.Ticked : box.Empty, yes ? box.Empty : box.Ticked);
        Raw(behind ? $"Yes {first}   No {second}" : $"{first} Yes   {second} No");
    }

    private string Box(bool ticked, string label) => boxBehind ? $"{label} {(ticked ? box.Ticked : box.Empty)}" : $"{(ticked ? box.Ticked : box.Empty)} {label}";

    private string Text(string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        return random.Next(3) switch { 0 => encoded.Replace(". ", ".&nbsp;&nbsp;", StringComparison.Ordinal), 1 => encoded.Replace(" of ", " <b></b>of\n", StringComparison.Ordinal), _ => encoded };
    }

    private void Raw(string markup) => document.Append(html ? $"<div>{markup.Replace("\n", "<br>\n", StringComparison.Ordinal)}</div>\n" : markup + "\n\n");

    private void Line(params string[] lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0))
            document.Append(html ? random.Next(2) == 0 ? $"<p style=\"margin:0\">{Text(line)}</p>\n" : $"<DIV><FONT SIZE=2>{Text(line)}</FONT></DIV>\n" : Wrap(line) + "\n");
        if (!html)
            document.Append('\n');
    }

    // As typed for EDGAR: at most 75 characters a line, some lines indented.
    private string Wrap(string text)
    {
        var width = 60 + random.Next(16);
        var wrapped = new StringBuilder(random.Next(2) == 0 ? "" : "    ");
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + word.Length > width)
            {
                wrapped.Append('\n');
                column = 0;
            }
            wrapped.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + 1;
        }
        return wrapped.ToString();
    }
}
