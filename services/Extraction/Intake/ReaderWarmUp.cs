using System.Text;
using Filingwire.Parsing;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Extraction.Intake;

/// <summary>
/// Reads a made-up form of each family while the service starts, because the first reading in a process compiles the rules and takes a hundred
/// times as long as the next one. It runs beside the start and stops nobody from being served.
/// </summary>
internal sealed class ReaderWarmUp : IHostedService
{
    private Task warmingUp = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        warmingUp = Task.Run(Read, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => warmingUp.WaitAsync(cancellationToken);

    /// <summary>Reads the forms once as typed text and once as markup.</summary>
    internal static void Read()
    {
        foreach (var form in new[] { Notice, CurrentReport, AmendedReport })
        {
            FilingParser.Parse(Encoding.UTF8.GetBytes(form));
            FilingParser.Parse(Encoding.UTF8.GetBytes("<html><body><p>" + form.Replace("\n", "</p>\n<p>", StringComparison.Ordinal) + "</p></body></html>"));
        }
    }

    private const string Notice = """
        FORM 12b-25
        NOTIFICATION OF LATE FILING
        (Check one): [X] Form 10-K [ ] Form 20-F [ ] Form 10-Q
        For Period Ended: December 31, 2023
        Nothing in this form shall be construed to imply that the Commission has verified any information contained herein.
        PART I - REGISTRANT INFORMATION
        Example Corp.
        Full Name of Registrant
        1 Main Street
        Address of Principal Executive Office (Street and Number)
        Boise, ID 83702
        City, State and Zip Code
        PART II - RULES 12b-25(b) AND (c)
        the following should be completed. (Check box if appropriate)
        [X] (b) The subject annual report will be filed
        PART III - NARRATIVE
        State below in reasonable detail why Form 10-K could not be filed within the prescribed time period.

        On April 1, 2024 the Company concluded that its financial statements for the year ended December 31, 2022, contained in its Annual Report on Form 10-K, should no longer be relied upon because of errors in revenue recognition, and it will restate them. It does not expect to file its report within the extension period.

        PART IV - OTHER INFORMATION
        (1) Name and telephone number of person to contact in regard to this notification
        Jane Doe (208) 555-0147
        (2) Have all other periodic reports required under Section 13 or 15(d) been filed? If answer is no, identify report(s). [X] Yes [ ] No
        (3) Is it anticipated that any significant change in results of operations will be reflected by the earnings statements to be included in the subject report or portion thereof? [X] Yes [ ] No
        If so, attach an explanation of the anticipated change, both narratively and quantitatively, and, if appropriate, state the reasons why a reasonable estimate of the results cannot be made.

        Net loss increased by $2.0 million, or 15%, to $15.3 million for the year ended December 31, 2023 (in thousands):

                              2023       2022
        Revenue ........  $ 12,345   $ 10,230
        Net loss .......  $(1,234)   $  (567)

        EXAMPLE CORP.
        (Name of Registrant as Specified in Charter)
        has caused this notification to be signed on its behalf by the undersigned hereunto duly authorized.
        Date: April 1, 2024
        By: /s/ Jane Doe
        Jane Doe
        Treasurer
        """;

    private const string CurrentReport = """
        FORM 8-K
        CURRENT REPORT
        Date of Report (Date of earliest event reported): April 15, 2025
        EXAMPLE CORP.
        (Exact name of registrant as specified in its charter)

        Item 4.02 Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review.

        On April 10, 2025, the Audit Committee concluded that the financial statements for the quarters ended March 31 and June 30, 2024 should no longer be relied upon. Revenue was overstated by $2.1 million. Management has identified a material weakness. The Company will file an amendment to its Form 10-Q, and has discussed the matter with Example LLP, its independent registered public accounting firm.

        SIGNATURES
        Date: April 16, 2025
        By: /s/ Jane Doe
        """;

    private const string AmendedReport = """
        FORM 10-K/A
        (Amendment No. 1)
        ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934
        For the fiscal year ended December 31, 2023
        EXAMPLE CORP.
        (Exact name of registrant as specified in its charter)
        Indicate by check mark whether the registrant is a large accelerated filer, an accelerated filer or a non-accelerated filer.
        Large accelerated filer [ ] Accelerated filer [X] Non-accelerated filer [ ]

        EXPLANATORY NOTE

        This Amendment No. 1 is filed to restate the financial statements for the fiscal year ended December 31, 2023 because of an error in the accounting for leases.

        PART I

        Item 1. Business
        """;
}
