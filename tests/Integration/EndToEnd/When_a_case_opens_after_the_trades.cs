using Filingwire.Contracts.Events;
using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.V1;
using Filingwire.Standalone;
using Google.Protobuf;
using Grpc.Net.Client;

namespace Filingwire.Integration.EndToEnd;

/// <summary>
/// The chief executive's dealings of 2023 were known long before the notice of August 2024 that said that the numbers since 2022 cannot be relied on: over the
/// wire, Ownership hears of the case, asks Restatement anew, and publishes the dealings that lie in the window.
/// </summary>
public sealed class When_a_case_opens_after_the_trades
{
    private const string Issuer = "issuers/n-cellectar-biosciences";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ownership_asks_anew_and_publishes_the_dealings_in_the_window()
    {
        var folder = Directory.CreateTempSubdirectory("filingwire-reliance-");
        try
        {
            await using var services = await EmbeddedServices.StartAsync(folder.FullName, anyPort: true, Cancellation);
            using var extraction = GrpcChannel.ForAddress(services.Extraction);
            using var ownership = GrpcChannel.ForAddress(services.Ownership);
            var client = new OwnershipService.OwnershipServiceClient(ownership);

            await SubmitAsync(extraction, "form4-ocr.txt");
            var before = await Eventually.BecomesAsync(
                async () => await client.GetIssuerActivityAsync(new GetIssuerActivityRequest { Issuer = Issuer }, cancellationToken: Cancellation), answer => answer.Filings == 1);
            Assert.Empty(before.NonRelianceTrades);
            Assert.False(before.HasNonRelianceKnownAt);
            Assert.Empty(await TradedAsync(ownership));

            await SubmitAsync(extraction, "nt10q-ocr.txt");
            var traded = await Eventually.BecomesAsync(() => TradedAsync(ownership), events => events.Count == 2);
            Assert.Equal([new DateOnly(2023, 6, 23), new DateOnly(2023, 12, 8)], traded.Select(e => e.TransactionDate).Order());
            Assert.All(traded, e => Assert.Equal((Issuer, "affected-period"), (e.Issuer, e.WindowKind)));
            Assert.StartsWith("restatementCases/", Assert.Single(traded.Select(e => e.Cause).Distinct()), StringComparison.Ordinal);

            var after = await client.GetIssuerActivityAsync(new GetIssuerActivityRequest { Issuer = Issuer }, cancellationToken: Cancellation);
            Assert.True(after.HasNonRelianceKnownAt);
            Assert.Equal(traded.Select(e => e.Transaction).Order(StringComparer.Ordinal), after.NonRelianceTrades.Select(trade => trade.Transaction).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SubmitAsync(GrpcChannel extraction, string sample) =>
        await new ExtractionService.ExtractionServiceClient(extraction).SubmitFilingAsync(
            new SubmitFilingRequest { Content = ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample), Cancellation)) },
            cancellationToken: Cancellation);

    private static async Task<IReadOnlyList<InsiderTradedDuringNonReliance>> TradedAsync(GrpcChannel ownership)
    {
        using var call = new EventLogService.EventLogServiceClient(ownership).WatchEvents(
            new WatchEventsRequest { FromSequence = 1, HistoryOnly = true, Filter = new EventFilter { Types_ = { nameof(InsiderTradedDuringNonReliance) } } }, cancellationToken: Cancellation);
        var events = new List<InsiderTradedDuringNonReliance>();
        while (await call.ResponseStream.MoveNext(Cancellation))
            if (call.ResponseStream.Current.Event is { } e)
                events.Add((InsiderTradedDuringNonReliance)EventJson.Read(e.Json, typeof(InsiderTradedDuringNonReliance)));
        return events;
    }
}
