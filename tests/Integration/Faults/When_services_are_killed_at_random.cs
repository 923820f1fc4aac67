using System.Globalization;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Faults;

/// <summary>
/// Services are killed with -9 at random moments while filings come in. A short run here; the long one with
/// FILINGWIRE_KILLS=200, and the run of a given seed again with FILINGWIRE_SEED.
/// </summary>
[Collection(Broker.Collection)]
public sealed class When_services_are_killed_at_random(Broker broker, ITestOutputHelper output)
{
    private static readonly string[] Queues = ["restatement-filing-parsed", "ownership-filing-parsed"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Case("F5")]
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_filing_counts_exactly_once(int replicas)
    {
        var kills = Setting("FILINGWIRE_KILLS", 6);
        var seed = Setting("FILINGWIRE_SEED", Random.Shared.Next());
        var random = new Random(seed);
        output.WriteLine($"{kills} kills, FILINGWIRE_SEED={seed}");
        var address = await broker.AddressAsync();
        try
        {
            await using var services = new ThreeProcesses(address, replicas);
            await services.StartAsync();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var submitted = -1;
            var importing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await services.SubmitAsync(Interlocked.Increment(ref submitted), Cancellation);
                    await Task.Delay(20, Cancellation);
                }
            })));

            for (var kill = 0; kill < kills; kill++)
            {
                await Task.Delay(random.Next(200, 2500), Cancellation);
                var victim = services.All[random.Next(services.All.Count)];
                await victim.KillAsync();
                await Task.Delay(random.Next(0, 1000), Cancellation);
                victim.Start();
                // Without an answer in between, later kills would hit a service that is still starting; that is wanted half of the time.
                if (random.Next(2) == 0)
                    await victim.IsReady();
            }
            await enough.CancelAsync();
            await importing;
            output.WriteLine($"{submitted + 1} filings");

            await services.AssertNothingIsLostAsync(submitted + 1);
            foreach (var queue in Queues)
                Assert.Null(await Broker.CountAsync(address, queue + "_error"));
        }
        finally
        {
            await Broker.RemoveAsync(address, Queues);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
