using System.Globalization;
using Grpc.Net.Client;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>
/// Unary echo of 1 kB and a stream of 10,000 messages of 1 kB. The ceiling is a plain HTTP/2 post of the same bytes, both ways,
/// on the same Kestrel and HttpClient; a stream's messages are written and flushed one by one there too. Beside it stand: the
/// ceiling with the headers and trailers of gRPC (and with its messages, which no runtime can do without), the server under test called by the plain client, the client under test on
/// the plain server (which of the two costs what), and the client under test on the servers of grpc-js and grpcio.
/// Words: <c>unary</c> or <c>stream</c> for one of them, <c>alone</c> without the foreign servers.
/// </summary>
internal static class GrpcBenchmarks
{
    private static readonly string Runtime =
        typeof(GrpcChannel).Assembly.GetName().Name!.StartsWith(nameof(Filingwire), StringComparison.Ordinal) ? nameof(Filingwire) : "official";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var plain = await PlainServer.StartAsync();
        await using var runtime = await RuntimeServer.StartAsync();
        using var plainClient = new PlainClient(plain.Address);
        using var plainToRuntime = new PlainClient(runtime.Address);
        using var client = new EchoClient(runtime.Address);
        using var clientToPlain = new EchoClient(plain.Address);
        var foreign = args.Contains("alone") ? [] : ForeignServers.Start();
        try
        {
            Comparison.PrintTitles();
            foreach (var callers in args.Contains("stream") ? [] : new[] { 1, 16 })
            {
                await Comparison.RunAsync(
                    string.Create(CultureInfo.InvariantCulture, $"unary 1 kB, {callers} callers"),
                    [
                        new Contender("plain HTTP/2", "plain", plainClient.UnaryAsync, 1),
                        new Contender("plain, as gRPC", "plain", plainClient.GrpcUnaryAsync, 1),
                        new Contender("plain, protobuf", "plain", plainClient.MessageAsync, 1),
                        new Contender(Runtime, "plain", plainToRuntime.GrpcUnaryAsync, 1),
                        new Contender("plain, as gRPC", Runtime, clientToPlain.UnaryAsync, 1),
                        new Contender(Runtime, Runtime, client.UnaryAsync, 1),
                        .. foreign.Select(server => new Contender(server.Name, Runtime, server.Client.UnaryAsync, 1, OwnProcess: false)),
                    ],
                    callers);
            }

            if (args.Contains("unary")) return 0;
            await Comparison.RunAsync(
                "stream of 10,000 x 1 kB",
                [
                    new Contender("plain HTTP/2", "plain", plainClient.StreamAsync, EchoClient.StreamLength),
                    new Contender("plain, bulk", "plain", plainClient.BulkAsync, EchoClient.StreamLength),
                    new Contender("plain, as gRPC", "plain", plainClient.GrpcStreamAsync, EchoClient.StreamLength),
                    new Contender(Runtime, "plain", plainToRuntime.GrpcStreamAsync, EchoClient.StreamLength),
                    new Contender("plain, as gRPC", Runtime, clientToPlain.StreamAsync, EchoClient.StreamLength),
                    new Contender(Runtime, Runtime, client.StreamAsync, EchoClient.StreamLength),
                    .. foreign.Select(server => new Contender(server.Name, Runtime, server.Client.StreamAsync, EchoClient.StreamLength, OwnProcess: false)),
                ],
                callers: 1);
            return 0;
        }
        finally
        {
            foreach (var server in foreign) server.Dispose();
        }
    }
}
