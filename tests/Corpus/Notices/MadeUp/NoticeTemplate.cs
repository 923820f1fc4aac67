using System.Net;
using System.Text;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>
/// Writes a made-up notice as a document: HTML with tables, HTML of paragraphs, typed text, or text as recognised from a picture; bare or in
/// EDGAR's envelope, alone or with exhibits.
/// </summary>
internal sealed class NoticeTemplate(int number, MadeUpNotice notice)
{
    private readonly Random random = new(number * 104729 + 5);
    private NoticePage page = null!;
    private NoticeWording wording = NoticeWording.Current;
    private BoxStyle box = BoxStyle.All[0];
    private bool boxBehind;

    /// <summary>The submission's bytes.</summary>
    public byte[] Render()
    {
        var html = number % 2 == 0;
        page = new NoticePage(random, html, isOcr: !html && number % 5 == 0);
        var styles = BoxStyle.All.Where(style => html ? !style.OnlyText : !style.IsMarkup).ToArray();
        box = styles[random.Next(styles.Length)];
        boxBehind = random.Next(4) == 0;
        wording = notice.Report == "N-SAR" || (notice.Report is not ("10-D" or "N-CEN") && random.Next(3) == 0) ? NoticeWording.Older : NoticeWording.Current;
        Head();
        Registrant();
        Relief();
        Narrative();
        OtherInformation();
        Signature();
        return Encoding.UTF8.GetBytes(Submission(page.ToString()));
    }

    // A form whose accountant's statement or explanation is a document of its own comes in an envelope; others do half of the time.
    private string Submission(string form)
    {
        var exhibits = new List<string>();
        if (notice.HasStatement)
            exhibits.Add($"\n{(random.Next(2) == 0 ? "Exhibit 99.1\n\n" : "")}Securities and Exchange Commission\nWashington, D.C. 20549\n\nWe are the independent registered public accounting firm of {notice.Registrant}. As our client has stated, we were unable to complete our audit in time for the report to be filed when it was due, because information that we asked for reached us late.\n\nVery truly yours,\n\nWhitlock, Abara & Stein LLP\n");
        if (notice.ExplanationAt == ExplanationPlace.Exhibit)
        {
            var other = new NoticePage(random, page.IsHtml, isOcr: false);
            Explanation(other);
            exhibits.Add(other.ToString());
        }
        if (exhibits.Count == 0 && random.Next(2) == 0)
            return form;
        var type = notice.Truth()["form_type"][0];
        var submission = new StringBuilder($"<SEC-DOCUMENT>0000000000-00-{number:000000}.txt : 20240102\n<SEC-HEADER>0000000000-00-{number:000000}.hdr.sgml : 20240102\nACCESSION NUMBER:\t\t0000000000-00-{number:000000}\nCONFORMED SUBMISSION TYPE:\t{type}\nPUBLIC DOCUMENT COUNT:\t\t{exhibits.Count + 1}\nFILED AS OF DATE:\t\t20240102\n</SEC-HEADER>\n");
        submission.Append($"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<TEXT>\n{form}\n</TEXT>\n</DOCUMENT>\n");
        for (var i = 0; i < exhibits.Count; i++)
            submission.Append($"<DOCUMENT>\n<TYPE>EX-99.{i + 1}\n<SEQUENCE>{i + 2}\n<TEXT>\n{exhibits[i]}\n</TEXT>\n</DOCUMENT>\n");
        return submission.Append("</SEC-DOCUMENT>\n").ToString();
    }

    private void Head()
    {
        page.Line("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549");
        page.Line(notice.Amended && random.Next(2) == 0 ? "FORM 12b-25/A" : "FORM 12b-25", "NOTIFICATION OF LATE FILING");
        if (notice.Amended)
            page.Line("(Amendment No. 1)");
        if (notice.FileNumber is { } file)
            page.Line(random.Next(2) == 0 ? $"Commission File Number {file}" : $"SEC FILE NUMBER: {file}");
        if (notice.Cusip is { } cusip)
            page.Line($"CUSIP NUMBER: {cusip}");
        var small = wording == NoticeWording.Older && random.Next(3) == 0;
        string Label(string report) => "Form " + report + (small && report is "10-K" or "10-Q" && small ? $" and Form {report}SB" : "");
        var boxes = wording.Reports.Select(report => Box(report == notice.Report && !notice.Transition, Label(report))).ToList();
        if (page.IsHtml && random.Next(2) == 0)
            page.Markup("<table><tr><td>(Check one):</td>" + string.Concat(boxes.Select(label => $"<td>{label}</td>")) + "</tr></table>\n");
        else
            page.Raw("(Check one): " + string.Join(page.IsOcr ? "\t" : random.Next(2) == 0 ? "  " : "\n", boxes));
        page.Line(notice.Transition ? "For Period Ended: ____________________" : $"For Period Ended: {MadeUpNotice.Long(notice.PeriodEnd)}");
        foreach (var report in wording.TransitionReports)
            page.Raw(Box(report == notice.Report && notice.Transition, "Transition Report on Form " + report));
        page.Line("For the Transition Period Ended: " + (notice.Transition ? MadeUpNotice.Long(notice.PeriodEnd) : "____________________"));
        page.Printed("Nothing in this form shall be construed to imply that the Commission has verified any information contained herein.");
        var portion = "If the notification relates to a portion of the filing checked above, identify the Item(s) to which the notification relates:";
        if (random.Next(2) == 0)
            page.Line(portion + " " + (notice.Portion ?? (random.Next(2) == 0 ? "N/A" : "____________")));
        else
            page.Line(portion, notice.Portion ?? (random.Next(2) == 0 ? "Not applicable" : ""));
    }

    private void Registrant()
    {
        page.Line(random.Next(2) == 0 ? "PART I - REGISTRANT INFORMATION" : "PART I — REGISTRANT INFORMATION");
        var place = $"{notice.Place.City}, {notice.Place.State} {notice.Place.Zip}";
        (string Label, string? Value)[] rows =
        [
            ("Full Name of Registrant", notice.Registrant), ("Former Name if Applicable", notice.FormerName ?? (random.Next(2) == 0 ? "N/A" : null)),
            ("Address of Principal Executive Office (Street and Number)", notice.Street), ("City, State and Zip Code", place),
        ];
        var style = random.Next(3);
        foreach (var (label, value) in rows)
        {
            if (style == 0 && !page.IsHtml)
                page.Raw($"{label}: {value}");
            else if (style == 0)
                page.Line($"{label}: {value}");
            else if (style == 1)
                page.Line(value ?? "", page.IsHtml ? label : new string('-', 40), page.IsHtml ? "" : label);
            else if (page.IsHtml)
                page.Line($"{value} ({label})".Trim());
            else
                page.Raw($"    {value} ({label})");
        }
    }

    private void Relief()
    {
        page.Line("PART II - RULES 12b-25(b) AND (c)");
        page.Printed(wording.PartTwo);
        string Mark(bool? own) => own is { } ticked ? ticked ? box.Ticked : box.Empty : "";
        (string Letter, string Words, string Mark)[] rows =
        [
            ("(a)", wording.Reasons, Mark(notice.Boxes?.A)), ("(b)", wording.Dates, Mark(notice.Boxes?.B ?? notice.Relief)), ("(c)", wording.Statement, Mark(notice.Boxes?.C)),
        ];
        if (page.IsHtml && random.Next(3) == 0)
            page.Markup("<table>" + string.Concat(rows.Select(row => $"<tr><td>{row.Mark}</td><td><p>{row.Letter} {page.Text(row.Words)}</p></td></tr>")) + "</table>\n");
        else if (page.IsHtml)
            page.Markup("<table>" + string.Concat(rows.Select(row => $"<tr><td>{row.Mark}</td><td>{row.Letter}</td><td>{page.Text(row.Words)}</td></tr>")) + "</table>\n");
        else
            page.Raw(string.Join(page.IsOcr ? "\n" : "\n\n", rows.Select(row => $"{row.Mark,-8} {row.Letter} {page.Broken(row.Words)}")));
    }

    private void Narrative()
    {
        page.Line(random.Next(2) == 0 ? "PART III - NARRATIVE" : "Part III — Narrative");
        page.Printed(wording.PartThree.Replace("prescribed", random.Next(3) == 0 ? "p rescribed" : "prescribed", StringComparison.Ordinal) + (random.Next(2) == 0 ? " (Attach extra sheets if needed.)" : ""));
        var text = notice.Narrative.Text;
        if (random.Next(3) == 0 && text.IndexOf(". ", StringComparison.Ordinal) is var cut and > 0 && !char.IsUpper(text[cut - 1]))
            page.Line(text[..(cut + 1)], text[(cut + 2)..]);
        else
            page.Line(text);
        if (random.Next(4) == 0)
            page.Line("2");
    }

    private void OtherInformation()
    {
        if (random.Next(3) > 0)
            page.Line("PART IV - OTHER INFORMATION");
        page.Line("(1) " + wording.Contact);
        if (page.IsHtml)
            page.Markup($"<table><tr><td>{page.Text(notice.Contact.Name)}</td><td>({notice.Contact.Area})</td><td>{notice.Contact.Number}</td></tr><tr><td>(Name)</td><td>(Area Code)</td><td>(Telephone Number)</td></tr></table>\n");
        else
            page.Raw($"    {notice.Contact.Name}       ({notice.Contact.Area})      {notice.Contact.Number}\n       (Name)       (Area Code)   (Telephone Number)");
        page.Printed("(2) " + wording.Others);
        Answer(notice.Missing.Count == 0);
        foreach (var missing in notice.Missing)
            page.Line(missing);
        page.Printed("(3) " + wording.Change);
        Answer(notice.Figures.Count > 0);
        if (random.Next(4) > 0)
            page.Printed(wording.IfSo);
        if (notice.ExplanationAt == ExplanationPlace.Exhibit)
            page.Line(notice.HasStatement ? "See Exhibit 99.2 attached hereto." : "Please see Exhibit 99.1 to this notification.");
        else if (notice.ExplanationAt == ExplanationPlace.Attachment)
            page.Line("See Attachment A.");
        else
            Explanation(page);
    }

    private void Explanation(NoticePage on)
    {
        foreach (var figure in notice.Figures)
        {
            if (figure.Table is { } table)
                on.Table(table);
            else
                on.Line(figure.Sentence);
        }
    }

    private void Signature()
    {
        page.Line(notice.Registrant.ToUpperInvariant());
        page.Line("(Name of Registrant as Specified in Charter)");
        page.Line(wording.Caused);
        var style = random.Next(3);
        if (page.IsHtml && style == 0)
            page.Markup($"<table><tr><td>Date: {MadeUpNotice.Long(notice.SignedOn)}</td><td>By:</td><td>/s/ {page.Text(notice.Signer.Name)}</td></tr><tr><td></td><td></td><td>{page.Text(notice.Signer.Name)}</td></tr><tr><td></td><td></td><td>{page.Text(notice.Signer.Title)}</td></tr></table>\n");
        else if (style == 1)
            page.Line($"Date: {MadeUpNotice.Long(notice.SignedOn)}", $"By: /s/ {notice.Signer.Name}", $"Name: {notice.Signer.Name}", $"Title: {notice.Signer.Title}");
        else
            page.Line($"Dated: {MadeUpNotice.Long(notice.SignedOn)}", $"By: /s/ {notice.Signer.Name}", notice.Signer.Name, notice.Signer.Title);
        if (random.Next(2) == 0)
            page.Printed("INSTRUCTION: The form may be signed by an executive officer of the registrant or by any other duly authorized representative.");
        if (notice.ExplanationAt != ExplanationPlace.Attachment)
            return;
        page.Line("ATTACHMENT A");
        Explanation(page);
    }

    private void Answer(bool yes)
    {
        var behind = boxBehind || random.Next(6) == 0;
        var (first, second) = (yes ? box.Ticked : box.Empty, yes ? box.Empty : box.Ticked);
        page.Raw(behind ? $"Yes {first}   No {second}" : $"{first} Yes   {second} No");
    }

    private string Box(bool ticked, string label) => boxBehind ? $"{label} {(ticked ? box.Ticked : box.Empty)}" : $"{(ticked ? box.Ticked : box.Empty)} {label}";
}
