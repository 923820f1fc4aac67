using System.Security.Cryptography;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Stores;

/// <content>Bytes of any length.</content>
public abstract partial class StoreCompliance
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(20_000_003)]
    public async Task Bytes_of_any_length_come_back(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        await Store.Blobs.WriteAsync("raw/1", new byte[] { 1, 2, 3 }, Cancellation);
        await Store.Blobs.WriteAsync("raw/1", content, Cancellation);
        Assert.Equal(length, await Store.Blobs.LengthAsync("raw/1", Cancellation));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), Convert.ToHexString(SHA256.HashData((await Store.Blobs.ReadAsync("raw/1", Cancellation))!)));
        await Store.Blobs.DeleteAsync("raw/1", Cancellation);
        Assert.Null(await Store.Blobs.ReadAsync("raw/1", Cancellation));
        Assert.Null(await Store.Blobs.LengthAsync("raw/1", Cancellation));
    }

    [Fact]
    public async Task Blobs_are_stored_with_the_documents_that_refer_to_them()
    {
        await Collection.SaveAsync("taken", 0, Any("before"), [], Cancellation);
        var saved = await Store.SaveAsync(
            [new("a", new byte[] { 1 }), new("b", new byte[3 << 20]), new("c", Array.Empty<byte>()), new("a", new byte[] { 2, 2 })],
            [Write("new", 0, "of a", Note("of a")), Write("taken", 0, "refused", Note("refused"))],
            Cancellation);
        Assert.Equal([true, false], saved);
        Assert.Equal([2L, 3 << 20, 0L], [await Store.Blobs.LengthAsync("a", Cancellation), await Store.Blobs.LengthAsync("b", Cancellation), await Store.Blobs.LengthAsync("c", Cancellation)]);
        Assert.Equal([2, 2], await Store.Blobs.ReadAsync("a", Cancellation));
        Assert.Empty((await Store.Blobs.ReadAsync("c", Cancellation))!);
        Assert.Equal("of a", (await Collection.GetAsync("new", Cancellation))!.Value.Name);
        Assert.Equal(["of a"], await NotesAsync());
    }

    [Fact]
    public async Task A_reader_beside_a_writer_sees_one_whole_blob_or_the_other()
    {
        static byte[] Filled(byte value) => Enumerable.Repeat(value, 5 << 20).ToArray();
        await Store.Blobs.WriteAsync("a", Filled(1), Cancellation);
        var writing = Task.Run(
            async () =>
            {
                for (byte value = 2; value < 8; value++)
                    await Store.Blobs.WriteAsync("a", Filled(value), Cancellation);
            },
            Cancellation);
        do
        {
            var read = await Store.Blobs.ReadAsync("a", Cancellation);
            Assert.Equal(5 << 20, read!.Length);
            Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(read[0]));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task What_a_writing_that_was_cut_off_has_left_is_swept_and_nothing_else()
    {
        var random = new Random(9);
        var whole = new byte[9 << 20];
        random.NextBytes(whole);
        await Store.Blobs.WriteAsync("whole", whole, Cancellation);
        await Collection.SaveAsync("large", 0, new Doc(new string('x', 9 << 20), null, null, null, []), [], Cancellation);
        var leftBefore = DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1);
        var swept = 0L;
        await Eventually.Holds(async () =>
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            cut.CancelAfter(random.Next(1, 60));
            try
            {
                await Store.Blobs.WriteAsync("cut", new byte[40 << 20], cut.Token);
                await Store.Blobs.DeleteAsync("cut", Cancellation);
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
                Assert.Equal(0, await Store.SweepAsync(leftBefore - TimeSpan.FromHours(1), Cancellation));
                swept = await Store.SweepAsync(leftBefore + TimeSpan.FromHours(1), Cancellation);
            }
            return swept > 0;
        });

        Assert.Null(await Store.Blobs.ReadAsync("cut", Cancellation));
        Assert.Equal(whole, await Store.Blobs.ReadAsync("whole", Cancellation));
        Assert.Equal(9 << 20, (await Collection.GetAsync("large", Cancellation))!.Value.Name.Length);
        Assert.Equal(0, await Store.SweepAsync(leftBefore + TimeSpan.FromHours(1), Cancellation));
    }
}
