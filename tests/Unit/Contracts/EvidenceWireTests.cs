using Filingwire.Contracts.Evidence;
using Filingwire.Sec.Evidence;
using Filingwire.Types.V1;
using ByteSpan = Filingwire.Sec.Evidence.ByteSpan;

namespace Filingwire.Unit.Contracts;

/// <summary>Evidence goes over the wire and comes back the same.</summary>
public sealed class EvidenceWireTests
{
    public static TheoryData<int?, byte, string?> Sources => new() { { 10, 100, null }, { 0, 1, "F1" }, { null, 80, "F2" } };

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_is_sent_is_what_arrives(int? start, byte confidence, string? note)
    {
        var source = new Source("as written", start is { } first ? new ByteSpan(first, first + 10) : null, "a.rule", confidence);
        IReadOnlyList<string> notes = note is null ? [] : [note, "F9"];
        Same(new Field<string?>("text", source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<string?>(null, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<decimal?>(-1.50m, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<decimal?>(null, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<DateOnly?>(new DateOnly(2024, 2, 29), source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<DateOnly?>(null, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<bool?>(false, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Same(new Field<bool?>(null, source) { FootnoteIds = notes }, field => field.ToProto().ToField());
        Assert.Equal(source, source.ToProto().ToSource());
    }

    [Fact]
    public void A_fact_that_is_not_in_the_document_is_no_field()
    {
        Assert.Null(((Field<decimal?>?)null).ToProto());
        Assert.Null(((DecimalValue?)null).ToField());
        Assert.Null(((TextValue?)null).Known());
    }

    [Fact]
    public void What_cannot_be_understood_is_a_field_without_a_value()
    {
        Assert.Null(new DateValue { Value = "2024-02-30" }.ToField()!.Value);
        Assert.Null(new DecimalValue { Value = "1e3" }.ToField()!.Value);
        Assert.Equal(new Source("", null, "", 0), new DateValue { Value = "2024-02-28" }.ToField()!.Source);
        Assert.Null(new Types.V1.ByteSpan { Start = 0, End = 1L << 40 }.ToSpan());
        Assert.Null(new Types.V1.ByteSpan { Start = 5, End = 4 }.ToSpan());
    }

    private static void Same<T>(Field<T> sent, Func<Field<T>, Field<T>?> there)
    {
        var arrived = there(sent);
        Assert.Equal((sent.Value, sent.Source), (arrived!.Value, arrived.Source));
        Assert.Equal(sent.FootnoteIds, arrived.FootnoteIds);
    }
}
