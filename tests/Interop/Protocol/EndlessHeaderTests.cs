using System.Buffers.Binary;
using System.Net;
using Filingwire.Interop.Cases;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Filingwire.Interop.Protocol;

/// <summary>A client whose headers never end: the server gives it up early, and serves the others.</summary>
[Collection(nameof(MeasuredMemory))]
public sealed class EndlessHeaderTests
{
    // What the system's own buffers take in before a closed connection is noticed is part of it.
    private const int MostTaken = 4 * 1024 * 1024;

    public static TheoryData<string> Ways => ["new fields", "one field again and again", "long value", "nothing"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Headers_without_end_cost_the_connection(string way)
    {
        var (first, next) = Fragments(way);
        await using var server = await new EchoService().StartAsync(listen: kestrel =>
        {
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        // What the first connection costs once is not held against the others.
        await ExhaustAsync(server, first, next);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 4; i++) await ExhaustAsync(server, first, next);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
        Assert.Equal("0", (await RawCall.SendAsync(server, RawCall.Frame("still here"))).End.Status);
    }

    private static (byte[] First, Func<int, byte[]> Next) Fragments(string way) => way switch
    {
        "new fields" => (RawConnection.Field(":method", "POST"), i => RawConnection.Field($"h{i}", new string('v', 1000))),
        // One byte each: the entry of the table that the first fragment made.
        "one field again and again" =>
            (RawConnection.IndexedField("again", new string('v', 3000)), _ => [.. Enumerable.Repeat((byte)(0x80 | 62), 100)]),
        // A value that says it is 2 MB long, and comes byte by byte.
        "long value" => ([0x00, 0x01, (byte)'x', 0x7f, 0x81, 0x88, 0x7a], _ => new byte[1000]),
        // Nothing to add up: time alone ends it.
        "nothing" => ([], _ => []),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    private static async Task ExhaustAsync(TestServer server, byte[] first, Func<int, byte[]> next)
    {
        await using var connection = await RawConnection.OpenAsync(server.Port);
        var reading = connection.ReadUntilAsync(RawConnection.GoAway);
        await connection.WriteAsync(RawConnection.Headers, 0, 1, first);
        var sent = 0;
        for (var i = 0; !reading.IsCompleted && sent < MostTaken; i++)
        {
            var fragment = next(i);
            sent += fragment.Length;
            if (!await connection.WriteAsync(RawConnection.Continuation, 0, 1, fragment)) break;
        }

        var frames = await reading;
        Assert.InRange(sent, 0, MostTaken - 1);
        // A connection may be cut before its last word is read; when it is read, it is an error.
        if (frames.Count == 0 || frames[^1].Type != RawConnection.GoAway) return;
        Assert.NotEqual(0u, BinaryPrimitives.ReadUInt32BigEndian(frames[^1].Payload.AsSpan(4)));
    }
}
