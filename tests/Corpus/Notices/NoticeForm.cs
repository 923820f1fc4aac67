using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.LateFilingNotices;

namespace Filingwire.Corpus.Notices;

/// <summary>A plain Form 12b-25 with one part replaced, for rows of hard cases.</summary>
internal static class NoticeForm
{
    private const string Question2 = "(2) Have all other periodic reports required under Section 13 or 15(d) been filed? If answer is no, identify report(s).";
    private const string Question3 = "(3) Is it anticipated that any significant change in results of operations from the corresponding period will be reflected by the earnings statements to be included in the subject report or portion thereof?";
    internal const string IfSo = "If so, attach an explanation of the anticipated change, both narratively and quantitatively, and, if appropriate, state the reasons why a reasonable estimate of the results cannot be made.";

    /// <summary>The form, every part as most filers write it unless given.</summary>
    public static string Form(string cover = "(Check one): [X] Form 10-K [ ] Form 20-F [ ] Form 10-Q", string period = "For Period Ended: December 31, 2023", string partTwo = "[X] (b) The subject annual report will be filed",
        string narrative = "More time is needed.", string others = "[X] Yes [ ] No", string change = "[ ] Yes [X] No", string partFour = "PART IV - OTHER INFORMATION", string ifSo = IfSo, string explanation = "", string name = "Acme Corp.", string tail = "") => $"""
        FORM 12b-25
        NOTIFICATION OF LATE FILING
        {cover}
        {period}
        Nothing in this form shall be construed to imply that the Commission has verified any information contained herein.
        PART I - REGISTRANT INFORMATION
        {name}
        Full Name of Registrant
        1 Main Street
        Address of Principal Executive Office (Street and Number)
        Boise, ID 83702
        City, State and Zip Code
        PART II - RULES 12b-25(b) AND (c)
        the following should be completed. (Check box if appropriate)
        {partTwo}
        PART III - NARRATIVE
        State below in reasonable detail why Form 10-K could not be filed within the prescribed time period.

        {narrative}

        {partFour}
        (1) Name and telephone number of person to contact in regard to this notification
        Jane Doe (208) 555-0147
        {Question2} {others}
        {Question3} {change}
        {ifSo}

        {explanation}

        ACME CORP.
        (Name of Registrant as Specified in Charter)
        has caused this notification to be signed on its behalf by the undersigned hereunto duly authorized.
        Date: April 1, 2024
        By: /s/ Jane Doe
        Jane Doe
        Treasurer
        {tail}
        """;

    /// <summary>Reads a form's text.</summary>
    public static (LateFilingNotice Notice, ParsedFiling Filing) Read(string text)
    {
        var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing);
        return (Assert.IsType<LateFilingNotice>(filing.Reading.Content), filing);
    }

    /// <summary>The figures of a notice in words.</summary>
    public static string Figures(string text) => string.Join("; ", NoticeFacts.Of(Read(text).Filing).GetValueOrDefault("figures") ?? []);
}
