using System.Security.Cryptography;
using Filingwire.Extraction.Storage;
using Filingwire.Parsing;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Integration.Extraction;

/// <summary>Readings and their bytes as blobs on a real store.</summary>
public sealed class Given_kept_readings : IAsyncLifetime
{
    private static readonly byte[] Submission = [.. "<ownershipDocument>"u8, .. Enumerable.Repeat((byte)' ', 300_000), .. "</ownershipDocument>"u8];

    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-kept-").FullName;
    private SqliteStore store = null!;
    private FilingStore filings = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.OpenAsync(Path.Combine(folder, "extraction.db"), Cancellation);
        await store.PrepareAsync(Collections.All, Cancellation);
        filings = new FilingStore(store, new RelaySignal());
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_reading_comes_back_with_its_bytes()
    {
        var record = Record(Submission);
        Assert.True(await filings.SaveAsync(0, record, Reading("one"), Submission, [], Cancellation));
        Assert.Equal(Reading("one"), await filings.ReadingAsync(record, record.Present, Cancellation));
        Assert.Equal(Submission, await filings.BytesAsync(record, Cancellation));
    }

    [Fact]
    public async Task A_reading_without_new_bytes_leaves_the_bytes_where_they_are()
    {
        var record = Record(Submission);
        Assert.True(await filings.SaveAsync(0, record, Reading("one"), Submission, [], Cancellation));
        var moved = record with { Readings = [.. record.Readings, new(2, FilingParser.Revision)] };
        Assert.True(await filings.SaveAsync(1, moved, Reading("two"), null, [], Cancellation));
        Assert.Equal(["one", "two"], [(await filings.ReadingAsync(moved, moved.Readings[0], Cancellation)).Issuer, (await filings.ReadingAsync(moved, moved.Present, Cancellation)).Issuer]);
        Assert.Equal(Submission, await filings.BytesAsync(moved, Cancellation));
    }

    [Fact]
    public async Task Who_comes_second_with_other_bytes_does_not_overwrite_the_reading_that_was_saved()
    {
        var (first, second) = (Record(Submission), Record("other"u8));
        Assert.True(await filings.SaveAsync(0, first, Reading("first"), Submission, [], Cancellation));
        Assert.False(await filings.SaveAsync(0, second, Reading("second"), "other"u8.ToArray(), [], Cancellation));
        Assert.Equal("first", (await filings.ReadingAsync(first, first.Present, Cancellation)).Issuer);
        Assert.Equal(Submission, await filings.BytesAsync(first, Cancellation));
    }

    [Fact]
    public async Task A_damaged_blob_is_told_and_not_taken_for_a_reading()
    {
        var packed = PackedReading.Pack(Reading("one"), Submission);
        Assert.Throws<InvalidDataException>(() => PackedReading.Reading(packed.AsSpan(0, 3)));
        Assert.Throws<InvalidDataException>(() => PackedReading.Reading(packed.AsSpan(0, 6)));
        Assert.Throws<InvalidDataException>(() => PackedReading.Bytes(packed.AsSpan(0, packed.Length / 2)));
        var missing = await Assert.ThrowsAsync<StoreDamagedException>(() => filings.BytesAsync(Record(Submission), Cancellation));
        Assert.Contains("reading/0001127602-23-000777/1/", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_saved_is_saved_when_the_store_is_closed()
    {
        var records = Enumerable.Range(0, 600).Select(i => Record(Submission) with { Id = $"0001127602-23-{i:000000}" }).ToList();
        var saves = records.Select(record => filings.SaveAsync(0, record, Reading(record.Id), "bytes"u8.ToArray(), [], Cancellation)).ToList();
        await store.DisposeAsync();
        Assert.All(await Task.WhenAll(saves), Assert.True);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => filings.SaveAsync(0, records[0], Reading("late"), null, [], Cancellation));
        await InitializeAsync();
        foreach (var record in records)
            Assert.Equal(record.Id, (await filings.ReadingAsync(record, record.Present, Cancellation)).Issuer);
    }

    private static Wire.Filing Reading(string issuer) => new() { Name = "filings/0001127602-23-000777", Generation = 1, Issuer = issuer };

    private static FilingRecord Record(ReadOnlySpan<byte> bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new FilingRecord
        {
            Id = "0001127602-23-000777",
            Readings = [new(1, FilingParser.Revision, sha256)],
            FormType = "4",
            ContentSha256 = sha256,
            BodySha256 = sha256,
            HasHeader = false,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
