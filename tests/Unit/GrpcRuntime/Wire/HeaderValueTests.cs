using System.Text;
using Filingwire.GrpcRuntime.Wire;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;

namespace Filingwire.Unit.GrpcRuntime.Wire;

public sealed class HeaderValueTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("plain text ~!", "plain text ~!")]
    [InlineData("100%", "100%25")]
    [InlineData("line\nbreak", "line%0Abreak")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("😈", "%F0%9F%98%88")]
    public void Message_is_percent_encoded_utf8(string? text, string? wire)
    {
        Assert.Equal(wire, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(wire));
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("%c3%bc", "ü")]
    [InlineData("%FF", "\uFFFD")]
    [InlineData("a%2", "a%2")]
    [InlineData("%%41", "%A")]
    public void Damaged_message_is_read_as_far_as_it_goes(string wire, string text) => Assert.Equal(text, PercentEncoding.Decode(wire));

    [Fact]
    public void Any_message_survives_the_wire() => Prop.ForAll<string>(text =>
    {
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var wire = PercentEncoding.Encode(valid)!;
        return wire.All(c => c is >= ' ' and <= '~') && PercentEncoding.Decode(wire) == valid;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_survive_the_wire() => Prop.ForAll<byte[]>(bytes =>
    {
        var wire = BinaryHeader.Encode(bytes);
        return !wire.EndsWith('=')
            && bytes.SequenceEqual(BinaryHeader.Decode(wire)!)
            && bytes.SequenceEqual(BinaryHeader.Decode(Convert.ToBase64String(bytes))!);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_as_binary_header_is_bytes_or_nothing() => Prop.ForAll<string>(text =>
    {
        var decoded = BinaryHeader.Decode(text ?? "");
        return decoded is null || decoded.Length <= (text?.Length ?? 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Joined_binary_values_are_read_apart()
    {
        var metadata = new Metadata();
        WireMetadata.Add(metadata, "Some-Bin", "AQ,!!, AgM=");
        Assert.Equal([[1], [2, 3]], metadata.Where(entry => entry.Key == "some-bin").Select(entry => entry.ValueBytes));
    }

    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("application/grpc+proto", true)]
    [InlineData("application/grpc;x=y", true)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/grpc-web+proto", false)]
    [InlineData("text/plain", false)]
    [InlineData(null, false)]
    public void Content_type_is_grpc(string? contentType, bool expected) => Assert.Equal(expected, HeaderNames.IsGrpc(contentType));
}
