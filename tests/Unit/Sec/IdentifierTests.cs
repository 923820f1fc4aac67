using Filingwire.Sec.Identifiers;

namespace Filingwire.Unit.Sec;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("1279704", "1279704", "0001279704")]
    [InlineData("0001279704", "1279704", "0001279704")]
    [InlineData("9999999997", "9999999997", "9999999997")]
    public void A_cik_is_read_with_or_without_leading_zeros(string written, string plain, string padded)
    {
        Assert.True(Cik.TryParse(written, out var cik));
        Assert.Equal(plain, cik.ToString());
        Assert.Equal(padded, cik.ToPaddedString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000000000")]
    [InlineData("12797040000")]
    [InlineData("-5")]
    [InlineData(" 12")]
    [InlineData("12a")]
    [InlineData("١٢")]
    public void Anything_else_is_no_cik(string? written) => Assert.False(Cik.TryParse(written, out _));

    [Theory]
    [InlineData("0001127602-25-001055", "0001127602-25-001055")]
    [InlineData("000112760225001055", "0001127602-25-001055")]
    public void An_accession_number_is_read_with_or_without_dashes(string written, string expected)
    {
        Assert.True(AccessionNumber.TryParse(written, out var accession));
        Assert.Equal(expected, accession.ToString());
    }

    [Theory]
    [InlineData("0001127602-25-00105")]
    [InlineData("0001127602_25_001055")]
    [InlineData("00011276O2-25-001055")]
    [InlineData("sha256-0001127602-25")]
    [InlineData(null)]
    public void Anything_else_is_no_accession_number(string? written) => Assert.False(AccessionNumber.TryParse(written, out _));

    [Fact]
    public void A_filing_is_named_by_its_accession_number_or_by_its_bytes()
    {
        var hash = new string('a', 64);
        Assert.Equal("filings/0001127602-25-001055", FilingId.Of(AccessionNumber.Parse("000112760225001055")).ResourceName);
        Assert.Equal($"filings/sha256-{hash}", FilingId.OfContent(hash.ToUpperInvariant()).ResourceName);
        Assert.True(FilingId.TryParseResourceName($"filings/sha256-{hash}", out var id));
        Assert.Null(id.Accession);
        Assert.False(FilingId.TryParseResourceName("filings/sha256-zz", out _));
        Assert.False(FilingId.TryParseResourceName("owners/0001127602-25-001055", out _));
        Assert.Throws<FormatException>(() => FilingId.OfContent("abc"));
    }

    [Theory]
    [InlineData("Cellectar Biosciences, Inc.", "cellectar-biosciences")]
    [InlineData("CELLECTAR BIOSCIENCES INC /DE/", "cellectar-biosciences")]
    [InlineData("Cellectar Biosciences, Inc", "cellectar-biosciences")]
    [InlineData("AT&T INC.", "at-t")]
    [InlineData("Macy's, Inc.", "macys")]
    [InlineData("Nestlé S.A.", "nestle")]
    [InlineData("The Company", "the-company")]
    [InlineData("CARUSO JAMES V", "caruso-james-v")]
    public void Ways_to_write_a_name_come_to_one_slug(string name, string expected) => Assert.Equal(expected, PartyName.Slug(name));

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData(" , . ")]
    public void A_name_without_letters_has_no_slug(string name) => Assert.Null(PartyName.Slug(name));

    [Fact]
    public void An_issuer_key_is_a_cik_or_provisional()
    {
        Assert.True(IssuerKey.TryParseResourceName("issuers/0001279704", out var byCik));
        Assert.Equal("issuers/1279704", byCik.ResourceName);
        Assert.False(byCik.IsProvisional);
        var byName = IssuerKey.OfName("Cellectar Biosciences, Inc.")!.Value;
        Assert.Equal("issuers/n-cellectar-biosciences", byName.ResourceName);
        Assert.True(byName.IsProvisional);
        Assert.Null(byName.Cik);
        Assert.True(IssuerKey.TryParse(byName.ToString(), out var again));
        Assert.Equal(byName, again);
        Assert.False(IssuerKey.TryParse("n-Upper", out _));
        Assert.False(IssuerKey.TryParse("n-", out _));
    }

    [Theory]
    [InlineData("nt  10-q", "NT 10-Q", false, "NT 10-Q")]
    [InlineData("4/A", "4/A", true, "4")]
    [InlineData("10-K405", "10-K405", false, "10-K405")]
    public void A_form_type_is_made_uniform(string written, string expected, bool amendment, string unamended)
    {
        Assert.True(FormType.TryParse(written, out var form));
        Assert.Equal(expected, form.ToString());
        Assert.Equal(amendment, form.IsAmendment);
        Assert.Equal(unamended, form.Unamended.ToString());
    }

    [Fact]
    public void A_natural_key_always_gives_the_same_uuid_of_version_5()
    {
        var id = DeterministicId.Of("FilingParsed", "0001127602-25-001055", "1");
        Assert.Equal(id, DeterministicId.Of("FilingParsed", "0001127602-25-001055", "1"));
        Assert.NotEqual(id, DeterministicId.Of("FilingParsed", "0001127602-25-0010551", ""));
        Assert.Equal(5, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }
}
