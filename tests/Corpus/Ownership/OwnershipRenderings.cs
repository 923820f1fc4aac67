using System.Globalization;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Ownership;

/// <summary>The SEC's own HTML renderings of ownership filings.</summary>
public sealed class OwnershipRenderings
{
    private const string Folder = "oracles/ownership_sec_rendered_html";

    /// <summary>Read by a person from the page.</summary>
    [Case("O34")]
    [Fact]
    public void A_rendered_form_3_is_read()
    {
        var document = Read(FilingFiles.In(Folder, "form3.snow.html").Single());
        Assert.Equal(("3", new DateOnly(2020, 9, 15), "Snowflake Inc.", "SNOW"),
            (document.DocumentType!.Value, document.PeriodOfReport!.Value, document.Issuer.Name!.Value, document.Issuer.TradingSymbol!.Value));
        var owner = Assert.Single(document.ReportingOwners);
        Assert.Equal(("GARRETT MARK", "C/O SNOWFLAKE INC.", "450 CONCAR DRIVE", "SAN MATEO", "CA", "94402", true, false),
            (owner.Name!.Value, owner.Address!.Street1!.Value, owner.Address.Street2!.Value, owner.Address.City!.Value, owner.Address.State!.Value, owner.Address.Zip!.Value,
                owner.IsDirector!.Value, owner.IsTenPercentOwner!.Value));
        Assert.Empty(document.NonDerivativeRows);
        Assert.Equal(
            [
                "Series E Preferred Stock | [F1] [F1] | Class B Common Stock[F2 F3] | 134018 | [F1] | I | Limited Partnership[F4]",
                "Stock Option (Right to Buy) | [F5] 2028-04-14[] | Class B Common Stock[F2 F3] | 383594 | 3.74[] | D | []",
                "Stock Option (Right to Buy) | [F5] 2028-04-14[] | Class B Common Stock[F2 F3] | 95898 | 3.74[] | I | Trust[F6]",
                "Stock Option (Right to Buy) | [F5] 2028-04-14[] | Class B Common Stock[F2 F3] | 95898 | 3.74[] | I | Trust[F7]",
                "Stock Option (Right to Buy) | [F5] 2028-04-14[] | Class B Common Stock[F2 F3] | 95898 | 3.74[] | I | Trust[F8]",
                "Stock Option (Right to Buy) | [F5] 2028-04-14[] | Class B Common Stock[F2 F3] | 95898 | 3.74[] | I | Trust[F9]",
            ],
            document.DerivativeRows.Select(row => $"{row.SecurityTitle!.Value} | {Show(row.ExerciseDate)} {Show(row.ExpirationDate)} | {Show(row.UnderlyingSecurityTitle)} | {row.UnderlyingSecurityShares!.Value:0} | {Show(row.ConversionOrExercisePrice)} | {row.DirectOrIndirect!.Value} | {Show(row.NatureOfOwnership)}"));
        Assert.Equal(9, document.Footnotes.Count);
        Assert.Equal("Exhibit 24 - Power of Attorney", document.Remarks!.Value);
        Assert.Equal(("Travis Shrout", new DateOnly(2020, 9, 15)), (document.Signatures.Single().Signer!.Value, document.Signatures.Single().Date!.Value));
    }

    /// <summary>Read by a person from the page.</summary>
    [Case("O34")]
    [Fact]
    public void A_rendered_form_4_is_read()
    {
        var document = Read(FilingFiles.In(Folder, "form4.Evans.html").Single());
        Assert.Equal(("4", new DateOnly(2023, 1, 24), "EVANS BANCORP INC", "EVBN"),
            (document.DocumentType!.Value, document.PeriodOfReport!.Value, document.Issuer.Name!.Value, document.Issuer.TradingSymbol!.Value));
        var owner = Assert.Single(document.ReportingOwners);
        Assert.Equal(("SULLIVAN NORA B", "6460 MAIN STREET", "WILLIAMSVILLE", "NY", "14221"),
            (owner.Name!.Value, owner.Address!.Street1!.Value, owner.Address.City!.Value, owner.Address.State!.Value, owner.Address.Zip!.Value));
        Assert.Null(owner.Address.Street2);
        Assert.Equal((true, false, false, false), (owner.IsDirector!.Value, owner.IsOfficer!.Value, owner.IsTenPercentOwner!.Value, owner.IsOther!.Value));
        Assert.Null(owner.OfficerTitle);
        Assert.False(document.JointFiling!.Value);
        var row = Assert.Single(document.NonDerivativeRows);
        Assert.Equal(("Common Stock", new DateOnly(2023, 1, 24), "A", 519m, "A", 39.52m, 5381.2m, "D"),
            (row.SecurityTitle!.Value, row.TransactionDate!.Value, row.TransactionCode!.Value, row.TransactionShares!.Value, row.AcquiredDisposedCode!.Value,
                row.TransactionPricePerShare!.Value, row.SharesOwnedFollowing!.Value, row.DirectOrIndirect!.Value));
        Assert.Equal(["F1"], row.TransactionShares.FootnoteIds);
        Assert.Empty(document.DerivativeRows);
        Assert.Equal("F1", Assert.Single(document.Footnotes).Id);
        Assert.Null(document.Remarks);
        var signature = Assert.Single(document.Signatures);
        Assert.Equal(("/s/Jessica L. Brosius, Attorney in Fact for Nora B. Sullivan", "Jessica L. Brosius", "Attorney in Fact", "Nora B. Sullivan", new DateOnly(2023, 1, 26)),
            (signature.Name!.Value, signature.Signer!.Value, signature.Capacity!.Value, signature.OnBehalfOf!.Value, signature.Date!.Value));
    }

    [Case("O34")]
    [Fact]
    public void A_rendered_joint_form_3_is_read()
    {
        var document = Read(FilingFiles.In(Folder, "form3.BAMPartners.html").Single());
        Assert.Equal(("3", new DateOnly(2023, 9, 28), "Triton International Ltd", "TRTN", true),
            (document.DocumentType!.Value, document.PeriodOfReport!.Value, document.Issuer.Name!.Value, document.Issuer.TradingSymbol!.Value, document.JointFiling!.Value));
        Assert.Equal(["BROOKFIELD Corp /ON/", "BAM Partners Trust", "BIPC Holding LP"], document.ReportingOwners.Take(3).Select(owner => owner.Name!.Value));
        Assert.Equal(document.ReportingOwners.Count, document.ReportingOwners.Select(owner => owner.Name!.Value).Distinct().Count());
        Assert.Equal("C/O BROOKFIELD CORPORATION", document.ReportingOwners[1].Address!.Street1!.Value);
        Assert.Single(document.NonDerivativeRows);
        Assert.Empty(document.DerivativeRows);
        Assert.True(document.ReportingOwners[0].IsTenPercentOwner!.Value);
        Assert.Equal(("Common Shares, par value $0.01 per share", 101158891m, "I", "See Footnotes"),
            (document.NonDerivativeRows[0].SecurityTitle!.Value, document.NonDerivativeRows[0].SharesOwnedFollowing!.Value,
                document.NonDerivativeRows[0].DirectOrIndirect!.Value, document.NonDerivativeRows[0].NatureOfOwnership!.Value));
        Assert.Equal(["F2", "F3"], document.NonDerivativeRows[0].NatureOfOwnership!.FootnoteIds);
        Assert.Equal(OwnershipRowKind.Holding, document.NonDerivativeRows[0].Kind);
    }

    /// <summary>A Form 4 as typed for EDGAR in 2000, read by a person. Its one row is wrapped inside its columns, which is not read, and said.</summary>
    [Case("O36")]
    [Fact]
    public void A_form_4_in_plain_text_of_2000_is_read_as_far_as_it_is_sure()
    {
        var filing = FilingParser.Parse(File.ReadAllBytes(FilingFiles.In("ownership", "4__0001094891-00-000193*").Single())).Filing!;
        var document = (OwnershipDocument)filing.Reading.Content!;
        Assert.Equal(("4", "Productivity Technologies Corp.", "PRAC", "Foster, Alan H."),
            (document.DocumentType!.Value, document.Issuer.Name!.Value, document.Issuer.TradingSymbol!.Value, document.ReportingOwners.Single().Name!.Value));
        Assert.Equal((true, false, false, false, false), (document.ReportingOwners[0].IsDirector!.Value, document.ReportingOwners[0].IsOfficer!.Value,
            document.ReportingOwners[0].IsTenPercentOwner!.Value, document.ReportingOwners[0].IsOther!.Value, document.NotSubjectToSection16!.Value));
        Assert.Empty(document.NonDerivativeRows);
        Assert.Empty(document.DerivativeRows);
        Assert.Contains("Options to Purchase Co", Assert.Single(filing.Diagnostics, diagnostic => diagnostic.Code == "row-wrapped-unread").Parameters["text"], StringComparison.Ordinal);
        Assert.Equal(("Alan H. Foster", new DateOnly(2000, 3, 13)), (document.Signatures.Single().Signer!.Value, document.Signatures[0].Date!.Value));
    }

    [Fact]
    public void Every_value_of_a_rendering_points_at_its_bytes()
    {
        foreach (var file in FilingFiles.In(Folder))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var field in OwnershipFields.Of(Read(file)))
            {
                var span = Assert.NotNull(field.Source.Span);
                var cut = Parsing.Html.HtmlText.Read(bytes.AsSpan(span.Start, span.Length), 0).Content;
                Assert.Equal(Words(field.Source.AsWritten), Words(cut));
            }
        }
    }

    private static string Show(Field<string?>? field) => $"{field?.Value}[{string.Join(' ', field?.FootnoteIds ?? [])}]";

    private static string Show(Field<decimal?>? field) => string.Create(CultureInfo.InvariantCulture, $"{field?.Value}[{string.Join(' ', field?.FootnoteIds ?? [])}]");

    private static string Show(Field<DateOnly?>? field) => string.Create(CultureInfo.InvariantCulture, $"{field?.Value:yyyy-MM-dd}[{string.Join(' ', field?.FootnoteIds ?? [])}]");

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static OwnershipDocument Read(string file)
    {
        var filing = FilingParser.Parse(File.ReadAllBytes(file)).Filing;
        Assert.NotNull(filing);
        return Assert.IsType<OwnershipDocument>(filing.Reading.Content);
    }
}
