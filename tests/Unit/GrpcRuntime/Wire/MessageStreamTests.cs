using System.Buffers;
using System.IO.Pipelines;
using Filingwire.GrpcRuntime.Wire;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;

namespace Filingwire.Unit.GrpcRuntime.Wire;

/// <summary>Frames, cut and damaged in every way.</summary>
public sealed class MessageStreamTests
{
    private const int Limit = 1000;

    [Fact]
    public void Messages_are_the_same_wherever_the_stream_is_cut() =>
        Prop.ForAll<byte[][], int[], bool>((messages, cuts, compressed) =>
        {
            messages = [.. messages.Select(message => message ?? []).Where(message => message.Length <= Limit)];
            var read = ReadAll(Write(messages, compressed), cuts);
            return read.Failure is null && read.Messages.Count == messages.Length
                && read.Messages.Zip(messages).All(pair => pair.First.SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_streams_end_with_a_status_and_never_otherwise() =>
        Prop.ForAll<byte[][], int[], (int Position, byte Value)[]>((messages, cuts, damages) =>
        {
            var stream = Write([.. messages.Select(message => message ?? []).Where(message => message.Length <= Limit)], compressed: true);
            foreach (var (position, value) in damages)
            {
                if (stream.Length > 0) stream[unchecked((uint)position) % stream.Length] = value;
            }

            return ReadAll(stream, cuts).Failure
                is null or RpcException { StatusCode: StatusCode.Internal or StatusCode.ResourceExhausted };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Streams_cut_short_end_inside_a_message_or_between_two() =>
        Prop.ForAll<byte[][], int>((messages, length) =>
        {
            messages = [.. messages.Select(message => message ?? []).Where(message => message.Length <= Limit)];
            var whole = Write(messages, compressed: false);
            var cut = whole[..(int)(unchecked((uint)length) % (whole.Length + 1))];
            var ends = messages.Select((_, i) => messages.Take(i + 1).Sum(message => message.Length + 5));
            var complete = ends.Count(end => end <= cut.Length);
            var isBetween = cut.Length == messages.Take(complete).Sum(message => message.Length + 5);
            var (read, failure) = ReadAll(cut, []);
            return read.Count == complete && isBetween == failure is null;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public void Limit_holds_for_sending(int length, bool fits)
    {
        var writer = new MessageWriter(Limit, compresses: false);
        var failure = Record.Exception(() => writer.Write(new byte[length], (bytes, context) => context.Complete(bytes), compress: false));
        if (fits) Assert.Null(failure);
        else Assert.Equal(StatusCode.ResourceExhausted, Assert.IsType<RpcException>(failure).StatusCode);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Serializer_that_states_a_wrong_length_still_makes_a_whole_frame(int stated)
    {
        var writer = new MessageWriter(Limit, compresses: false);
        var frame = writer.Write("four", (_, context) =>
        {
            context.SetPayloadLength(stated);
            context.GetBufferWriter().Write("four"u8);
            context.Complete();
        }, compress: false);
        Assert.Equal([0, 0, 0, 0, 4, .. "four"u8], frame.ToArray());
    }

    [Fact]
    public void Serializer_that_fails_leaves_nothing_behind()
    {
        var writer = new MessageWriter(Limit, compresses: false);
        Assert.Throws<FormatException>(() => writer.Write("x", (_, context) =>
        {
            context.GetBufferWriter().Write("part"u8);
            throw new FormatException();
        }, compress: false));
        Assert.Throws<InvalidOperationException>(() => writer.Write("x", (_, _) => { }, compress: false));
        Assert.Equal([0, 0, 0, 0, 1, 7], writer.Write("x", (_, context) => context.Complete([7]), compress: false).ToArray());
    }

    private static byte[] Write(byte[][] messages, bool compressed)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessageWriter(Limit, compresses: true);
        for (var i = 0; i < messages.Length; i++)
        {
            // The three ways a serializer may take.
            var frame = writer.Write((Way: i % 3, Bytes: messages[i]), (message, context) =>
            {
                if (message.Way == 0)
                {
                    context.Complete(message.Bytes);
                    return;
                }

                if (message.Way == 1) context.SetPayloadLength(message.Bytes.Length);
                context.GetBufferWriter().Write(message.Bytes);
                context.Complete();
            }, compressed && i % 2 == 0);
            output.Write(frame.Span);
        }

        return output.WrittenSpan.ToArray();
    }

    private static (List<byte[]> Messages, Exception? Failure) ReadAll(byte[] stream, int[] cuts)
    {
        var pipe = new Pipe();
        var reader = new MessageReader<byte[]>(pipe.Reader, payload => payload.PayloadAsNewBuffer(), Limit, mayBeCompressed: true);
        var read = new List<byte[]>();
        var feeding = FeedAsync(pipe.Writer, stream, cuts);
        try
        {
            while (reader.ReadAsync(default).AsTask().GetAwaiter().GetResult() is { } message) read.Add(message);
            return (read, null);
        }
        catch (Exception failure)
        {
            return (read, failure);
        }
        finally
        {
            reader.Complete();
            feeding.GetAwaiter().GetResult();
        }
    }

    private static async Task FeedAsync(PipeWriter writer, byte[] stream, int[] cuts)
    {
        var position = 0;
        foreach (var cut in cuts)
        {
            var count = (int)Math.Min(unchecked((uint)cut) % 8, stream.Length - position);
            await writer.WriteAsync(stream.AsMemory(position, count));
            position += count;
        }

        await writer.WriteAsync(stream.AsMemory(position));
        await writer.CompleteAsync();
    }
}
