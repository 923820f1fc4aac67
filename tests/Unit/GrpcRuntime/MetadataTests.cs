using Grpc.Core;

namespace Filingwire.Unit.GrpcRuntime;

public sealed class MetadataTests
{
    [Fact]
    public void Keys_are_lower_case_and_the_last_value_counts()
    {
        var metadata = new Metadata { { "Some-Key", "1" }, { "some-key", "2" }, { "other-bin", [9] } };
        Assert.Equal("2", metadata.GetValue("SOME-KEY"));
        Assert.Equal([9], metadata.GetValueBytes("other-bin"));
        Assert.Null(metadata.GetValue("absent"));
        Assert.Equal(["some-key", "some-key", "other-bin"], metadata.Select(entry => entry.Key));
        Assert.Equal(["1", "2"], metadata.Where(entry => !entry.IsBinary).Select(entry => entry.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData("colon:")]
    public void Key_that_no_header_can_have_is_refused(string key) => Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "x"));

    [Fact]
    public void Kind_of_value_and_key_agree()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("text-bin", "x"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("bytes", [1]));
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("a-bin", [1]).Value);
    }

    [Fact]
    public void Bytes_are_copied_in_and_out()
    {
        byte[] bytes = [1];
        var entry = new Metadata.Entry("a-bin", bytes);
        bytes[0] = 2;
        entry.ValueBytes[0] = 3;
        Assert.Equal([1], entry.ValueBytes);
    }

    [Fact]
    public void Empty_cannot_be_written() => Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("a", "b"));
}
