using System.Globalization;
using System.Text;
using Filingwire.Extraction.Readings;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Sec.Identifiers;
using Filingwire.Unit.Ownership;

namespace Filingwire.Unit.Parsing.Ownership;

/// <summary>Hard cases of ownership filings as they come: order of elements, whose rows they are, what is none, on whatever machine.</summary>
public sealed class OwnershipSubmissionTests
{
    private const string Date = "<transactionDate><value>2024-01-15</value></transactionDate>";
    private const string Coding = "<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>";
    private const string Title = "<securityTitle><value>Common Stock</value></securityTitle>";
    private const string Amounts =
        "<transactionAmounts><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode><transactionPricePerShare><value>12.50</value><footnoteId id=\"F1\"/></transactionPricePerShare><transactionShares><value>1234.5678</value></transactionShares></transactionAmounts>";
    private const string Following = "<postTransactionAmounts><sharesOwnedFollowingTransaction><value>900</value></sharesOwnedFollowingTransaction></postTransactionAmounts>";
    private const string Nature = "<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>";

    [Case("O2")]
    [Theory]
    [InlineData(0, 1, 2, 3, 4, 5)] // as the specification has it
    [InlineData(2, 1, 0, 3, 4, 5)] // the date behind the coding
    [InlineData(5, 4, 3, 2, 1, 0)]
    [InlineData(3, 5, 1, 0, 4, 2)]
    public void The_parts_of_a_row_come_in_any_order(params int[] order)
    {
        string[] parts = [Title, Date, Coding, Amounts, Following, Nature];
        var row = Assert.Single(Document(Form4("7", "1000001", string.Concat(order.Select(part => parts[part])))).NonDerivativeRows);
        Assert.Equal(
            ("Common Stock", new DateOnly(2024, 1, 15), "S", 1234.5678m, 12.50m, "D", 900m, "D"),
            (row.SecurityTitle!.Value, row.TransactionDate!.Value, row.TransactionCode!.Value, row.TransactionShares!.Value, row.TransactionPricePerShare!.Value,
                row.AcquiredDisposedCode!.Value, row.SharesOwnedFollowing!.Value, row.DirectOrIndirect!.Value));
    }

    /// <summary>A bank or a holding company that reports on a company it owns: its own issuers' page shows the filing as well.</summary>
    [Case("O6", "F10")]
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_belong_to_the_issuer_of_the_form_though_the_owner_is_a_listed_issuer(bool withHeader)
    {
        var xml = Form4("70858", "1067983", Title + Date + Coding + Amounts + Following + Nature);
        var report = Report(withHeader ? Submission("1067983", "70858", xml) : xml);
        Assert.Equal(IssuerKey.Of(Cik.Parse("70858")), report.Issuer);
        Assert.Equal(OwnerKey.Of(Cik.Parse("1067983")), Assert.Single(report.Owners).Key);
        Assert.False(report.IsIssuer(report.Owners[0].Key));
        Assert.Equal(withHeader ? "0000000001-24-000001" : null, report.Filing.Accession?.ToString());
    }

    [Case("O34")]
    [Fact]
    public void The_text_around_the_form_changes_no_row()
    {
        var xml = Form4("7", "1000001", Title + Date + Coding + Amounts + Following + Nature);
        Assert.Equal(
            Report(xml).Rows.Select(row => (row.Shares!.Value, row.Price!.Value)), Report(Submission("1000001", "7", xml)).Rows.Select(row => (row.Shares!.Value, row.Price!.Value)));
    }

    [Case("O35")]
    [Theory]
    [InlineData("")]
    [InlineData("\r\n \t")]
    public void An_empty_body_is_refused_and_the_next_is_read(string empty)
    {
        var xml = Form4("7", "1000001", Title + Date + Coding + Amounts + Following + Nature);
        var results = new[] { empty, xml, empty, xml }.Select(body => FilingParser.Parse(Encoding.UTF8.GetBytes(body))).ToList();
        Assert.Equal([RejectionReason.Empty, null, RejectionReason.Empty, null], results.Select(result => result.Reason));
        Assert.All(results.Where(result => result.Filing is not null), result => Assert.Single(((OwnershipDocument)result.Filing!.Reading.Content!).NonDerivativeRows));
    }

    /// <summary>Printed and forged forms travel as PDF; and who writes an accession number into a form has not filed it.</summary>
    [Case("O46")]
    [Fact]
    public void What_only_looks_like_a_filing_is_refused_or_known_by_its_bytes_alone()
    {
        var pdf = FilingParser.Parse(Encoding.Latin1.GetBytes("%PDF-1.7\n%âãÏÓ\n1 0 obj << /Length 44 >> stream\nBT (FORM 4 STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP) Tj ET\0\nendstream"));
        Assert.Equal(RejectionReason.Binary, pdf.Reason);

        var claimed = Form4("7", "1000001", Title + Date + Coding + Amounts + Following + Nature)
            .Replace("<remarks>", "<remarks>ACCESSION NUMBER: 0001127602-25-001055 ", StringComparison.Ordinal);
        var report = Report(claimed);
        Assert.Null(report.Filing.Accession);
        Assert.StartsWith("sha256-", report.Filing.ToString(), StringComparison.Ordinal);
        Assert.Equal(Filingwire.Sec.Calendar.FilingDateBasis.Signed, report.Filed.Basis);
    }

    [Case("O44")]
    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        var xml = Form4("7", "1000001", Title + Date + Coding + Amounts + Following + Nature);
        var expected = State(xml);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            Assert.Equal(("1.234,5", "~1"), (1234.5m.ToString("N1", CultureInfo.CurrentCulture), (-1).ToString(CultureInfo.CurrentCulture)));
            Assert.Equal(expected, State(xml));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>A decimal comma, another minus, days before months and other names of months.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.LongDatePattern, culture.DateTimeFormat.DateSeparator) = ("dd/MM/yyyy", "d. MMMM yyyy", ".");
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Range(1, 12).Select(month => $"Mond{month}"), ""];
        return culture;
    }

    private static string State(string xml)
    {
        var report = Report(xml);
        return FoldTests.State([report]) + string.Concat(IssuerLedger.Fold([report]).Rows.Select(TimelinessRules.Of).Select(late => $"{late.DueOn:O}{late.Reason}"));
    }

    private static string Form4(string issuer, string owner, string row) =>
        $"<?xml version=\"1.0\"?>\n<ownershipDocument><documentType>4</documentType><periodOfReport>2024-01-15</periodOfReport><issuer><issuerCik>{issuer}</issuerCik><issuerName>ISSUER CORP</issuerName></issuer>"
        + $"<reportingOwner><reportingOwnerId><rptOwnerCik>{owner}</rptOwnerCik><rptOwnerName>HOLDING INC</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isTenPercentOwner>1</isTenPercentOwner></reportingOwnerRelationship></reportingOwner>"
        + $"<nonDerivativeTable><nonDerivativeTransaction>{row}</nonDerivativeTransaction></nonDerivativeTable><footnotes><footnote id=\"F1\">Sold at prices ranging from $12.00 to $13.00 on January 15, 2024.</footnote></footnotes><remarks>None.</remarks>"
        + "<ownerSignature><signatureName>x</signatureName><signatureDate>2024-01-17</signatureDate></ownerSignature></ownershipDocument>";

    private static string Submission(string owner, string issuer, string xml) => $"""
        <SEC-DOCUMENT>0000000001-24-000001.txt : 20240117
        <SEC-HEADER>0000000001-24-000001.hdr.sgml : 20240117
        ACCESSION NUMBER:		0000000001-24-000001
        CONFORMED SUBMISSION TYPE:	4
        FILED AS OF DATE:		20240117

        REPORTING-OWNER:

        	OWNER DATA:
        		COMPANY CONFORMED NAME:			HOLDING INC
        		CENTRAL INDEX KEY:			{owner}

        ISSUER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			ISSUER CORP
        		CENTRAL INDEX KEY:			{issuer}
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>4
        <SEQUENCE>1
        <FILENAME>form4.xml
        <TEXT>
        <XML>
        {xml}
        </XML>
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """;

    private static OwnershipDocument Document(string text) => (OwnershipDocument)FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing!.Reading.Content!;

    private static Filingwire.Ownership.Ledger.Facts.OwnershipReport Report(string text)
    {
        var filing = IdentifiedFiling.Identify(FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing!, new StatedFacts()).ToProto();
        filing.Generation = 1;
        return filing.ToReport(out var refusal) ?? throw new InvalidOperationException(refusal);
    }
}
