using System.Globalization;
using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;

namespace Filingwire.Unit.Parsing.Ownership;

/// <summary>Hard cases of ownership XML, each met in real filings or in the bug lists of other readers.</summary>
public sealed class OwnershipXmlTests
{
    private const string Row = """
        <nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2024-01-15</value></transactionDate>
        <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
        <transactionAmounts><transactionShares><value>100</value></transactionShares><transactionPricePerShare><value>12.50</value></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
        <postTransactionAmounts><sharesOwnedFollowingTransaction><value>900</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
        <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>
        """;

    private const string Derivative = """
        <derivativeTransaction><securityTitle><value>Option</value></securityTitle><conversionOrExercisePrice><value>3</value></conversionOrExercisePrice>
        <transactionDate><value>2024-01-15</value></transactionDate><transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode>
        <equitySwapInvolved>false</equitySwapInvolved></transactionCoding><transactionAmounts><transactionShares><value>10</value></transactionShares>
        <transactionPricePerShare><value>0</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
        <exerciseDate><footnoteId id="F1"/></exerciseDate><expirationDate><value>2034-01-15</value></expirationDate>
        <underlyingSecurity><underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle><underlyingSecurityShares><value>25</value></underlyingSecurityShares></underlyingSecurity>
        <postTransactionAmounts><sharesOwnedFollowingTransaction><value>10</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
        <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></derivativeTransaction>
        """;

    [Case("O1")]
    [Fact]
    public void Tranches_of_one_day_stay_rows_of_their_own()
    {
        var rows = Read(Form(Row + Row.Replace("12.50", "12.60", StringComparison.Ordinal) + Row)).NonDerivativeRows;
        Assert.Equal([(1, 12.50m), (2, 12.60m), (3, 12.50m)], rows.Select(row => (row.Ordinal, row.TransactionPricePerShare!.Value!.Value)));
        Assert.Equal("12.50", rows[0].TransactionPricePerShare!.Value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Case("O3")]
    [Fact]
    public void Rows_belong_to_all_owners_in_any_order_of_blocks()
    {
        var owners = string.Concat(Enumerable.Range(1, 10).Select(number => $"<reportingOwner><reportingOwnerId><rptOwnerCik>{number}</rptOwnerCik><rptOwnerName>O{number}</rptOwnerName></reportingOwnerId></reportingOwner>"));
        var document = Read($"<ownershipDocument><nonDerivativeTable>{Row}</nonDerivativeTable>{owners}<documentType>4</documentType></ownershipDocument>");
        Assert.Equal(10, document.ReportingOwners.Count);
        Assert.Single(document.NonDerivativeRows);
        Assert.Null(document.ReportingOwners[0].Address);
    }

    [Fact]
    public void The_filers_access_code_is_never_kept()
    {
        var filing = Parse("<ownershipDocument><documentType>4</documentType><reportingOwner><reportingOwnerId><rptOwnerCik>1</rptOwnerCik><rptOwnerCcc>se3ret@x</rptOwnerCcc></reportingOwnerId></reportingOwner></ownershipDocument>");
        Assert.DoesNotContain(filing.Diagnostics, diagnostic => diagnostic.ToString().Contains("se3ret", StringComparison.Ordinal) || diagnostic.Parameters.Values.Any(value => value.Contains("se3ret", StringComparison.Ordinal)));
    }

    [Case("O13")]
    [Fact]
    public void A_holding_is_no_trade()
    {
        var holding = Row.Replace("nonDerivativeTransaction>", "nonDerivativeHolding>", StringComparison.Ordinal);
        Assert.Equal([OwnershipRowKind.Transaction, OwnershipRowKind.Holding], Read(Form(Row + holding)).NonDerivativeRows.Select(row => row.Kind));
    }

    [Case("O17")]
    [Fact]
    public void Numbers_of_a_derivative_do_not_mix()
    {
        var row = Assert.Single(Read(Form("", Derivative)).DerivativeRows);
        Assert.Equal((3m, 0m, 10m, 25m, 10m), (row.ConversionOrExercisePrice!.Value, row.TransactionPricePerShare!.Value, row.TransactionShares!.Value, row.UnderlyingSecurityShares!.Value, row.SharesOwnedFollowing!.Value));
        Assert.Null(row.ExerciseDate!.Value);
        Assert.Equal(["F1"], row.ExerciseDate.FootnoteIds);
    }

    [Case("O18")]
    [Fact]
    public void Rows_counted_in_dollars_keep_their_dollars()
    {
        var row = Assert.Single(Read(Form("", Derivative.Replace("transactionShares>", "transactionTotalValue>", StringComparison.Ordinal)
            .Replace("sharesOwnedFollowingTransaction>", "valueOwnedFollowingTransaction>", StringComparison.Ordinal).Replace("underlyingSecurityShares>", "underlyingSecurityValue>", StringComparison.Ordinal))).DerivativeRows);
        Assert.Equal((10m, 25m, 10m), (row.TransactionTotalValue!.Value, row.UnderlyingSecurityValue!.Value, row.ValueOwnedFollowing!.Value));
        Assert.Null(row.TransactionShares);
    }

    [Case("O19")]
    [Fact]
    public void A_price_in_a_footnote_is_not_zero()
    {
        var row = Assert.Single(Read(Form(Row.Replace("<value>12.50</value>", "<footnoteId id=\"F1\"/><footnoteId id=\"F2\"/><footnoteId id=\"F1\"/>", StringComparison.Ordinal))).NonDerivativeRows);
        Assert.Null(row.TransactionPricePerShare!.Value);
        Assert.Equal(["F1", "F2"], row.TransactionPricePerShare.FootnoteIds);
        Assert.Equal("", row.TransactionPricePerShare.Source.AsWritten);
    }

    public static TheoryData<string, bool?> Flags => new() { { "1", true }, { "true", true }, { "TRUE", true }, { "0", false }, { "false", false }, { "", null }, { "maybe", null } };

    [Case("O24", "O25")]
    [Theory]
    [MemberData(nameof(Flags))]
    public void The_plan_box_has_three_states(string written, bool? expected) =>
        Assert.Equal(expected, Read($"<ownershipDocument><documentType>4</documentType><aff10b5One>{written}</aff10b5One></ownershipDocument>").Aff10b5One?.Value);

    [Case("O24")]
    [Fact]
    public void A_form_from_before_the_plan_box_has_none() => Assert.Null(Read("<ownershipDocument><documentType>4</documentType></ownershipDocument>").Aff10b5One);

    public static TheoryData<string, string?, string?> Amounts => new()
    {
        { "100", "100", null },
        { "0.3333", "0.3333", null },
        { "  1500.00 ", "1500.00", null },
        { ".5", "0.5", null },
        { "1,234.5", "1234.5", "number-typed-freely" },
        { "$ 12", "12", "number-typed-freely" },
        { "-5", "-5", "amount-negative" },
        { "N/A", null, "number-unreadable" },
        { "1.2.3", null, "number-unreadable" },
        { "1e5", null, "number-unreadable" },
        { "12,34", null, "number-unreadable" },
        { "999999999999.9999", "999999999999.9999", null },
        { "99999999999999999999999999999999", null, "number-unreadable" },
    };

    [Case("O37")]
    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amounts_are_read_exactly_or_not_at_all(string written, string? expected, string? diagnostic)
    {
        var filing = Parse(Form(Row.Replace("<value>100</value>", $"<value>{written}</value>", StringComparison.Ordinal)));
        var shares = ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows[0].TransactionShares!;
        Assert.Equal(expected, shares.Value?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(written.Trim(), shares.Source.AsWritten);
        if (diagnostic is not null)
            Assert.Contains(filing.Diagnostics, found => found.Code == diagnostic);
    }

    public static TheoryData<string, string?, string?> Dates => new()
    {
        { "2024-01-15", "2024-01-15", null },
        { "2004-05-03-05:00", "2004-05-03", null },
        { "2004-05-03Z", "2004-05-03", null },
        { "01/15/2024", "2024-01-15", "date-typed-freely" },
        { "0022-05-04", "0022-05-04", "date-implausible" },
        { "2035-01-15", "2035-01-15", "transaction-after-filing" },
        { "2024-02-30", null, "date-unreadable" },
        { "20240115", null, "date-unreadable" },
        { "1445-06-03 AH", null, "date-unreadable" },
    };

    [Case("O23")]
    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_are_days_of_the_calendar_or_nothing(string written, string? expected, string? diagnostic)
    {
        var filing = Parse(Form(Row.Replace("2024-01-15", written, StringComparison.Ordinal)));
        Assert.Equal(expected, ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows[0].TransactionDate!.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (diagnostic is not null)
            Assert.Contains(filing.Diagnostics, found => found.Code == diagnostic);
    }

    [Case("O26", "O27")]
    [Theory]
    [InlineData("A")] [InlineData("C")] [InlineData("D")] [InlineData("E")] [InlineData("F")] [InlineData("G")] [InlineData("H")] [InlineData("I")] [InlineData("J")]
    [InlineData("L")] [InlineData("M")] [InlineData("O")] [InlineData("P")] [InlineData("S")] [InlineData("U")] [InlineData("W")] [InlineData("X")] [InlineData("Z")]
    public void All_codes_of_the_form_are_known_and_say_nothing_of_the_direction(string code)
    {
        var filing = Parse(Form(Row.Replace("<transactionCode>S", "<transactionCode>" + code, StringComparison.Ordinal)));
        var row = ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows[0];
        Assert.Equal((code, "D"), (row.TransactionCode!.Value, row.AcquiredDisposedCode!.Value));
        Assert.DoesNotContain(filing.Diagnostics, diagnostic => diagnostic.Code == "transaction-code-unknown");
    }

    [Case("O26")]
    [Theory]
    [InlineData("K")]
    [InlineData("V")]
    [InlineData("PP")]
    public void An_unknown_code_passes_with_a_diagnostic(string code)
    {
        var filing = Parse(Form(Row.Replace("<transactionCode>S", "<transactionCode>" + code, StringComparison.Ordinal)));
        Assert.Equal(code, ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows[0].TransactionCode!.Value);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "transaction-code-unknown");
    }

    [Case("O29")]
    [Fact]
    public void Exit_filings_and_empty_initial_statements_are_kept()
    {
        Assert.True(Read("<ownershipDocument><documentType>4</documentType><notSubjectToSection16>1</notSubjectToSection16></ownershipDocument>").NotSubjectToSection16!.Value);
        Assert.True(Read("<ownershipDocument><documentType>3</documentType><noSecuritiesOwned>1</noSecuritiesOwned></ownershipDocument>").NoSecuritiesOwned!.Value);
        Assert.Contains(Parse("<ownershipDocument><documentType>4</documentType></ownershipDocument>").Diagnostics, diagnostic => diagnostic.Code == "rows-missing");
    }

    [Case("O30")]
    [Fact]
    public void A_row_without_its_groups_is_kept_with_nulls()
    {
        var row = Assert.Single(Read(Form("<nonDerivativeTransaction><securityTitle><value>Common</value></securityTitle></nonDerivativeTransaction>")).NonDerivativeRows);
        Assert.Equal("Common", row.SecurityTitle!.Value);
        Assert.Null(row.TransactionCode);
        Assert.Null(row.SharesOwnedFollowing);
        Assert.Null(row.DirectOrIndirect);
    }

    public static TheoryData<string, string> Broken => new()
    {
        // Old software wrapped lines inside tags.
        { "transactionAmounts>", "transactionAmou\nnts>" },
        { "<nonDerivativeTable>", "<nonDerivativeTable ativeTable>" },
        { "</nonDerivativeTable>", "</nonDerivativeTab>" },
        { "<transactionAmounts>", "<transactionAmou>" },
        { "</transactionAmounts>", "" },
        { "</transactionShares>", "" },
        { "<ownershipNature>", "<OwnershipNature>" },
        { "</securityTitle>", "</securityTit>" },
    };

    [Case("O31")]
    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_tags_are_recovered_and_reported(string good, string bad)
    {
        var filing = Parse(Form(Row).Replace(good, bad, StringComparison.Ordinal));
        var row = Assert.Single(((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows);
        Assert.Equal(("Common Stock", "S", 100m, 12.50m, "D", 900m, "D"),
            (row.SecurityTitle!.Value, row.TransactionCode!.Value, row.TransactionShares!.Value, row.TransactionPricePerShare!.Value, row.AcquiredDisposedCode!.Value, row.SharesOwnedFollowing!.Value, row.DirectOrIndirect!.Value));
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code is "tag-recovered" or "end-tag-missing" or "end-tag-unmatched");
    }

    [Case("O31", "O32")]
    [Fact]
    public void A_document_that_is_cut_off_keeps_what_came_before()
    {
        var whole = Form(Row + Row);
        var filing = Parse(whole[..whole.LastIndexOf("<postTransactionAmounts>", StringComparison.Ordinal)]);
        Assert.Equal([900m, null], ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows.Select(row => row.SharesOwnedFollowing?.Value));
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "document-truncated");
    }

    [Case("O32")]
    [Theory]
    [InlineData("R&D at 5 < 6", "R&D at 5 < 6", "character-unescaped")]
    [InlineData("a <b>bold</b> word", "a bold word", "markup-in-value")]
    [InlineData("<![CDATA[x & y]]>", "x & y", null)]
    [InlineData("Smith &amp; Co.&#8217;s", "Smith & Co.’s", null)]
    public void Footnotes_survive_their_faults(string written, string expected, string? diagnostic)
    {
        var filing = Parse($"<ownershipDocument><documentType>4</documentType><footnotes><footnote id=\"F1\">{written}</footnote></footnotes></ownershipDocument>");
        Assert.Equal(expected, Assert.Single(((OwnershipDocument)filing.Reading.Content!).Footnotes).Text!.Value);
        if (diagnostic is not null)
            Assert.Contains(filing.Diagnostics, found => found.Code == diagnostic);
    }

    [Case("O33")]
    [Fact]
    public void Namespaces_and_prefixes_do_not_matter()
    {
        Assert.Single(Read(Form(Row).Replace("<ownershipDocument>", "<ownershipDocument xmlns=\"http://www.sec.gov/edgar/ownership\" xmlns:xsi=\"x\">", StringComparison.Ordinal)).NonDerivativeRows);
        Assert.Equal("4", Read("<o:ownershipDocument xmlns:o=\"x\"><!-- <ownershipDocument --><o:documentType>4</o:documentType></o:ownershipDocument>").DocumentType!.Value);
    }

    [Fact]
    public void Text_that_no_element_claims_is_reported_with_its_bytes()
    {
        var filing = Parse("<ownershipDocument><documentType>4</documentType><novelty>of 2031</novelty></ownershipDocument>");
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "element-unknown" && diagnostic.Parameters["name"] == "novelty");
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "text-outside-values" && diagnostic.Parameters["text"] == "of 2031" && diagnostic.Span is not null);
    }

    [Case("O43")]
    [Fact]
    public void Elements_of_2026_are_read()
    {
        var document = Read("""
            <ownershipDocument><schemaVersion>X0609</schemaVersion><documentType>4</documentType><issuer><issuerCik>0001046179</issuerCik><issuerTradingSymbol>TSM</issuerTradingSymbol>
            <issuerForeignTradingSymbol>2330.TW</issuerForeignTradingSymbol></issuer><reportingOwner><reportingOwnerId><rptOwnerCik>1</rptOwnerCik></reportingOwnerId><reportingOwnerAddress>
            <rptOwnerNonUSAddressFlag>true</rptOwnerNonUSAddressFlag><rptOwnerStreet1>8 Li-Hsin Rd</rptOwnerStreet1><rptOwnerNonUSStateTerritory>Hsinchu</rptOwnerNonUSStateTerritory>
            <rptOwnerCountry>F5</rptOwnerCountry></reportingOwnerAddress></reportingOwner></ownershipDocument>
            """);
        Assert.Equal("2330.TW", document.Issuer.ForeignTradingSymbol!.Value);
        var address = document.ReportingOwners[0].Address!;
        Assert.Equal((true, "Hsinchu", "F5"), (address.NonUs!.Value, address.NonUsStateTerritory!.Value, address.Country!.Value));
    }

    [Case("O39", "O40", "O41")]
    [Fact]
    public void Names_symbols_and_titles_stay_as_filed()
    {
        var document = Read("<ownershipDocument><documentType>4</documentType><issuer><issuerName>Example Inc.\\new</issuerName><issuerTradingSymbol>ptix</issuerTradingSymbol></issuer>"
            + "<reportingOwner><reportingOwnerId><rptOwnerName>DOE JOHN JR</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isOfficer>1</isOfficer><officerTitle>See Remarks</officerTitle></reportingOwnerRelationship></reportingOwner></ownershipDocument>");
        Assert.Equal(("Example Inc.\\new", "ptix", "DOE JOHN JR", "See Remarks"),
            (document.Issuer.Name!.Value, document.Issuer.TradingSymbol!.Value, document.ReportingOwners[0].Name!.Value, document.ReportingOwners[0].OfficerTitle!.Value));
    }

    [Case("O20", "O21")]
    [Theory]
    [InlineData("3300.00", false)]
    [InlineData("250000", true)]
    public void A_high_price_is_reported_and_never_repaired(string price, bool reported)
    {
        var filing = Parse(Form(Row.Replace("12.50", price, StringComparison.Ordinal)));
        Assert.Equal(price, ((OwnershipDocument)filing.Reading.Content!).NonDerivativeRows[0].TransactionPricePerShare!.Value!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(reported, filing.Diagnostics.Any(diagnostic => diagnostic.Code == "price-may-be-total"));
    }

    [Case("O38")]
    [Fact]
    public void Forty_notes_on_one_value_are_kept()
    {
        var notes = string.Concat(Enumerable.Range(1, 40).Select(number => $"<footnoteId id=\"F{number}\"/>"));
        Assert.Equal(40, Read(Form(Row.Replace("<value>100</value>", "<value>100</value>" + notes, StringComparison.Ordinal))).NonDerivativeRows[0].TransactionShares!.FootnoteIds.Count);
    }

    [Theory]
    [InlineData("/s/ Jane Doe, Attorney-in-Fact for John Roe", "Jane Doe", "Attorney-in-Fact", "John Roe")]
    [InlineData("/s/ Jane Doe", "Jane Doe", null, null)]
    [InlineData("Elizabeth D. Tice Attorney-in-Fact", "Elizabeth D. Tice", "Attorney-in-Fact", null)]
    [InlineData("By: /s/ Jane Doe, Authorized Signatory", "Jane Doe", "Authorized Signatory", null)]
    [InlineData("/s/ John Poage", "John Poage", null, null)]
    public void A_signature_line_is_taken_apart_where_its_words_are_plain(string line, string signer, string? capacity, string? behalf)
    {
        var signature = Assert.Single(Read($"<ownershipDocument><documentType>4</documentType><ownerSignature><signatureName>{line}</signatureName><signatureDate>2024-01-17</signatureDate></ownerSignature></ownershipDocument>").Signatures);
        Assert.Equal((line, signer, capacity, behalf), (signature.Name!.Value, signature.Signer?.Value, signature.Capacity?.Value, signature.OnBehalfOf?.Value));
    }

    private static string Form(string rows, string derivatives = "") =>
        $"<?xml version=\"1.0\"?>\n<ownershipDocument><documentType>4</documentType><periodOfReport>2024-01-15</periodOfReport><nonDerivativeTable>{rows}</nonDerivativeTable><derivativeTable>{derivatives}</derivativeTable>"
        + "<ownerSignature><signatureName>x</signatureName><signatureDate>2024-01-17</signatureDate></ownerSignature></ownershipDocument>";

    private static OwnershipDocument Read(string xml) => (OwnershipDocument)Parse(xml).Reading.Content!;

    private static ParsedFiling Parse(string xml)
    {
        var filing = FilingParser.Parse(Encoding.UTF8.GetBytes(xml)).Filing;
        Assert.NotNull(filing);
        return filing;
    }
}
