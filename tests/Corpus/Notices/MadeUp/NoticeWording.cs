namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>The printed words of Form 12b-25 in a revision of the form.</summary>
/// <param name="Reports">The reports with a box.</param>
/// <param name="TransitionReports">The transition reports with a box.</param>
internal sealed record NoticeWording(
    string[] Reports, string[] TransitionReports, string PartTwo, string Reasons, string Dates, string Statement, string PartThree, string Contact, string Others, string Change, string IfSo, string Caused)
{
    private const string Effort = "If the subject report could not be filed without unreasonable effort or expense and the registrant seeks relief pursuant to Rule 12b-25(b), the following should be completed.";

    /// <summary>Since 2018: N-CEN in place of N-SAR.</summary>
    public static readonly NoticeWording Current = new(
        ["10-K", "20-F", "11-K", "10-Q", "10-D", "N-CEN", "N-CSR"], ["10-K", "20-F", "11-K", "10-Q"],
        Effort + " (Check box if appropriate)",
        "The reason described in reasonable detail in Part III of this form could not be eliminated without unreasonable effort or expense;",
        "The subject annual report, semi-annual report, transition report on Form 10-K, Form 20-F, Form 11-K, Form N-CEN or Form N-CSR, or portion thereof, will be filed on or before the fifteenth calendar day following the prescribed due date; or the subject quarterly report or transition report on Form 10-Q or subject distribution report on Form 10-D, or portion thereof, will be filed on or before the fifth calendar day following the prescribed due date; and",
        "The accountant's statement or other exhibit required by Rule 12b-25(c) has been attached if applicable.",
        "State below in reasonable detail why Forms 10-K, 20-F, 11-K, 10-Q, 10-D, N-CEN, N-CSR, or the transition report or portion thereof, could not be filed within the prescribed time period.",
        "Name and telephone number of person to contact in regard to this notification",
        "Have all other periodic reports required under Section 13 or 15(d) of the Securities Exchange Act of 1934 or Section 30 of the Investment Company Act of 1940 during the preceding 12 months or for such shorter period that the registrant was required to file such report(s) been filed? If answer is no, identify report(s).",
        "Is it anticipated that any significant change in results of operations from the corresponding period for the last fiscal year will be reflected by the earnings statements to be included in the subject report or portion thereof?",
        "If so, attach an explanation of the anticipated change, both narratively and quantitatively, and, if appropriate, state the reasons why a reasonable estimate of the results cannot be made.",
        "has caused this notification to be signed on its behalf by the undersigned hereunto duly authorized.");

    /// <summary>The 1990s to 2005: N-SAR, small-business forms beside 10-K and 10-Q.</summary>
    public static readonly NoticeWording Older = Current with
    {
        Reports = ["10-K", "20-F", "11-K", "10-Q", "N-SAR", "N-CSR"],
        TransitionReports = ["10-K", "20-F", "11-K", "10-Q", "N-SAR"],
        PartTwo = Effort + " (Check box, if appropriate)",
        Reasons = "The reasons described in reasonable detail in Part III of this form could not be eliminated without unreasonable effort or expense;",
        Dates = "The subject annual report, semi-annual report, transition report on Form 10-K, Form 20-F, 11-K or Form N-SAR, or portion thereof, will be filed on or before the fifteenth calendar day following the prescribed due date; or the subject quarterly report or transition report on Form 10-Q, or portion thereof will be filed on or before the fifth calendar day following the prescribed due date; and",
        PartThree = "State below in reasonable detail the reasons why Forms 10-K, 20-F, 11-K, 10-Q, N-SAR, or the transition report or portion thereof, could not be filed within the prescribed time period.",
        Others = "Have all other periodic reports required under Section 13 or 15(d) of the Securities Exchange Act of 1934 or Section 30 of the Investment Company Act of 1940 during the preceding 12 months (or for such shorter period that the registrant was required to file such reports) been filed? If answer is no, identify report(s).",
        Change = "Is it anticipated that any significant change in results of operations from the corresponding period for the last fiscal year will be reflected by the earnings statements to be included in the subject report or portion thereof?",
        Caused = "Has caused this notification to be signed on its behalf by the undersigned thereunto duly authorized.",
    };
}
