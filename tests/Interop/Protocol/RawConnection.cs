using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Filingwire.Interop.Protocol;

/// <summary>An HTTP/2 connection written frame by frame.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    public const byte Headers = 1;
    public const byte Reset = 3;
    public const byte Settings = 4;
    public const byte GoAway = 7;
    public const byte Continuation = 9;
    public const byte EndHeaders = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    private RawConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var connection = new RawConnection(client);
        await connection._stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await connection.WriteAsync(Settings, 0, 0, []);
        return connection;
    }

    /// <summary>Writes a frame. False when the server has closed the connection.</summary>
    public async Task<bool> WriteAsync(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8 | type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        try
        {
            await _stream.WriteAsync(frame).AsTask().WaitAsync(Patience);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The frames that come until the server closes the connection or one is of this type.</summary>
    public async Task<IReadOnlyList<(byte Type, byte[] Payload)>> ReadUntilAsync(byte type)
    {
        var frames = new List<(byte Type, byte[] Payload)>();
        try
        {
            do
            {
                var head = new byte[9];
                await _stream.ReadExactlyAsync(head).AsTask().WaitAsync(Patience);
                var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >> 8];
                await _stream.ReadExactlyAsync(payload).AsTask().WaitAsync(Patience);
                frames.Add((head[3], payload));
            }
            while (frames[^1].Type != type);
        }
        catch (IOException)
        {
            // Closed, with or without a word.
        }

        return frames;
    }

    /// <summary>A header field that is put into no table.</summary>
    public static byte[] Field(string name, string value) => [0x00, .. Text(name), .. Text(value)];

    /// <summary>A header field that is put into the table of the connection.</summary>
    public static byte[] IndexedField(string name, string value) => [0x40, .. Text(name), .. Text(value)];

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return default;
    }

    private static byte[] Text(string text) => [.. Length(text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static IEnumerable<byte> Length(int value)
    {
        if (value < 127) return [(byte)value];
        var rest = value - 127;
        var bytes = new List<byte> { 127 };
        for (; rest >= 128; rest /= 128) bytes.Add((byte)(rest % 128 + 128));
        return [.. bytes, (byte)rest];
    }
}
