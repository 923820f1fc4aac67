using System.IO.Compression;
using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Requests;

namespace Filingwire.Unit.Edgar;

public sealed class AnswerTests
{
    [Theory]
    [InlineData(403, "errors/403-absent-object.xml", Expected.Index, null, Meaning.Absent)]
    [InlineData(403, "errors/403-rate-threshold-exceeded.html", Expected.Index, null, Meaning.Blocked)]
    [InlineData(403, "errors/403-undeclared-automated-tool.html", Expected.Feed, 0, Meaning.Undeclared)]
    [InlineData(404, "errors/404-data-sec-gov.xml", Expected.Json, null, Meaning.Absent)]
    [InlineData(404, "errors/503-past-the-end.html", Expected.Submission, null, Meaning.Absent)]
    [InlineData(429, "errors/403-rate-threshold-exceeded.html", Expected.Submission, null, Meaning.Blocked)]
    [InlineData(503, "errors/503-past-the-end.html", Expected.Feed, 5100, Meaning.PastEnd)]
    [InlineData(503, "errors/503-past-the-end.html", Expected.Feed, 5000, Meaning.Busy)]
    [InlineData(503, "errors/503-past-the-end.html", Expected.Index, null, Meaning.Busy)]
    [InlineData(500, "", Expected.Json, null, Meaning.Busy)]
    [InlineData(304, "", Expected.Index, null, Meaning.Unchanged)]
    [InlineData(200, "", Expected.Submission, null, Meaning.Empty)]
    [InlineData(200, "errors/503-past-the-end.html", Expected.Feed, 0, Meaning.Broken)]
    [InlineData(200, "errors/503-past-the-end.html", Expected.Json, null, Meaning.Broken)]
    [InlineData(200, "errors/503-past-the-end.html", Expected.Index, null, Meaning.Broken)]
    [InlineData(200, "errors/503-past-the-end.html", Expected.Submission, null, Meaning.Broken)]
    [InlineData(200, "errors/403-rate-threshold-exceeded.html", Expected.Submission, null, Meaning.Blocked)]
    [InlineData(200, "errors/403-absent-object.xml", Expected.Index, null, Meaning.Broken)]
    [InlineData(200, "feed/2025-12-12T1803.start-0000.atom.xml", Expected.Feed, 0, Meaning.Content)]
    [InlineData(200, "index/master.20181231.idx", Expected.Index, null, Meaning.Content)]
    [InlineData(200, "index/daily-index.2023Q1.json", Expected.Json, null, Meaning.Content)]
    [InlineData(200, "index/daily-index.2023Q1.json", Expected.Feed, 0, Meaning.Broken)]
    [InlineData(302, "", Expected.Index, null, Meaning.Broken)]
    public void An_answer_means_what_status_and_body_say_together(int status, string file, Expected expected, int? start,
        Meaning meaning) =>
        Assert.Equal(meaning, Answer.Of(status, file.Length == 0 ? [] : Recorded.Bytes(file), expected, start));

    [Fact]
    public void A_gzipped_body_that_was_cut_off_anywhere_is_noticed()
    {
        var body = Recorded.Bytes("index/master.20181231.idx");
        var gzip = Gzip(body);
        Assert.Equal(body, GzipBody.Inflate(gzip, 1 << 20));
        for (var length = 0; length < gzip.Length; length += 37)
            Assert.Null(GzipBody.Inflate(gzip[..length], 1 << 20));
        Assert.Null(GzipBody.Inflate(gzip[..^1], 1 << 20));
    }

    [Fact]
    public void A_body_that_is_damaged_or_would_fill_the_memory_is_refused()
    {
        var gzip = Gzip(new byte[100_000]);
        Assert.Null(GzipBody.Inflate(gzip, 99_999));
        var damaged = Gzip(Recorded.Bytes("index/master.20181231.idx"));
        damaged[damaged.Length / 2] ^= 0x55;
        Assert.Null(GzipBody.Inflate(damaged, 1 << 20));
    }

    private static byte[] Gzip(byte[] body)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(body);
        return output.ToArray();
    }
}
