using System.Text;
using System.Text.Json;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Unit.Sec;

/// <summary>What a store keeps of values and their sources, and that it reads back what it has kept.</summary>
public sealed class StoredEvidenceTests
{
    private static readonly Source Marked = new("1.50", new ByteSpan(10, 14), "form4.xml.price", 100);

    [Fact]
    public void What_is_as_usual_takes_no_room()
    {
        Assert.Equal("""["1.50",null,"form4.xml.price",10,14]""", Json(new Field<decimal?>(1.50m, Marked)));
        Assert.Equal("""["2.5","1.50","form4.xml.price",10,14,90,"F1 F2"]""", Json(new Field<decimal?>(2.5m, Marked with { Confidence = 90 }) { FootnoteIds = ["F1", "F2"] }));
        Assert.Equal("""["1.50","stated",80]""", Json(new Source("1.50", null, "stated", 80)));
        Assert.Equal("[10,14]", Json(Marked.Span));
    }

    [Fact]
    public void Every_kind_of_field_is_read_back()
    {
        foreach (var source in new[] { Marked, Marked with { Confidence = 1 }, Marked with { Span = null }, Marked with { Span = null, Confidence = 80 }, Marked with { AsWritten = "" } })
            foreach (var notes in new string[][] { [], ["F1"], ["F1", "F2"] })
            {
                IsReadBack(new Field<string?>("1.50", source) { FootnoteIds = notes });
                IsReadBack(new Field<string?>(null, source) { FootnoteIds = notes });
                IsReadBack(new Field<decimal?>(1.50m, source) { FootnoteIds = notes });
                IsReadBack(new Field<decimal?>(null, source) { FootnoteIds = notes });
                IsReadBack(new Field<DateOnly?>(new DateOnly(2024, 6, 30), source) { FootnoteIds = notes });
                IsReadBack(new Field<DateOnly>(new DateOnly(2024, 6, 30), source) { FootnoteIds = notes });
                IsReadBack(new Field<bool?>(true, source) { FootnoteIds = notes });
                IsReadBack(new Field<LateFilingReason>(LateFilingReason.Personnel, source) { FootnoteIds = notes });
                Assert.Equal(source, JsonSerializer.Deserialize<Source>(Json(source), StoredJson.Options));
            }
    }

    [Theory]
    [InlineData("""["1.50"]""")]
    [InlineData("""["1.50",null]""")]
    [InlineData("""["1.50",null,null]""")]
    [InlineData("""["1.50",null,"rule",1,2,300]""")]
    [InlineData("""["1.50",null,"rule",1,2,90,"F1","F2"]""")]
    [InlineData("""{"value":"1.50"}""")]
    public void Anything_else_is_a_damaged_store(string json) =>
        Assert.True(Record.Exception(() => JsonSerializer.Deserialize<Field<decimal?>>(json, StoredJson.Options)) is JsonException or InvalidOperationException or OverflowException);

    [Fact]
    public void Identifiers_are_kept_as_their_texts()
    {
        var accession = AccessionNumber.Parse("0000000001-24-000001");
        Assert.Equal("\"0000000001-24-000001\"", Json(FilingId.Of(accession)));
        IsReadBack(accession);
        IsReadBack(FilingId.Of(accession));
        IsReadBack(Cik.Parse("320193"));
        IsReadBack(FormType.Parse("NT 10-Q/A"));
        IsReadBack(IssuerKey.Of(Cik.Parse("320193")));
        IsReadBack(OwnerKey.OfName("Caruso James V")!.Value);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cik>("\"0\"", StoredJson.Options));
    }

    private static string Json<T>(T value) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Options));

    private static void IsReadBack<T>(T value)
    {
        var json = Json(value);
        Assert.Equal(json, Json(JsonSerializer.Deserialize<T>(json, StoredJson.Options)));
    }
}
