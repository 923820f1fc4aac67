using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.EndToEnd;

/// <summary>As in production: three processes, a real broker between them, each with its own store.</summary>
[Collection(Broker.Collection)]
public sealed class When_the_seeds_are_fed_to_separate_processes(Broker broker)
{
    [Fact]
    public async Task They_tell_the_story()
    {
        var address = await broker.AddressAsync();
        var folder = Directory.CreateTempSubdirectory("filingwire-processes-");
        var addresses = new[] { "EXTRACTION", "RESTATEMENT", "OWNERSHIP" }.ToDictionary(name => name, _ => ServiceProcess.FreeAddress().ToString());
        ServiceProcess Service(string name) => new(name, new Dictionary<string, string>(addresses)
        {
            ["LISTEN"] = addresses[name.ToUpperInvariant()],
            ["DATA"] = Path.Combine(folder.FullName, name),
            ["RABBITMQ"] = address.ToString(),
        });
        try
        {
            await using var extraction = Service("Extraction");
            await using var restatement = Service("Restatement");
            await using var ownership = Service("Ownership");
            ServiceProcess[] services = [extraction, restatement, ownership];
            foreach (var service in services)
                service.Start();
            foreach (var service in services)
                await service.IsReady();

            using var story = new SeedStory(extraction.Address, restatement.Address, ownership.Address);
            try
            {
                await story.IsTold();
            }
            finally
            {
                TestContext.Current.TestOutputHelper?.WriteLine(string.Concat(services.Select(service => service.Output)));
            }

            Assert.DoesNotContain(" fail: ", string.Concat(services.Select(service => service.Output)), StringComparison.Ordinal);
            Assert.Null(await Broker.CountAsync(address, "restatement-filing-parsed_error"));
            Assert.Null(await Broker.CountAsync(address, "ownership-filing-parsed_error"));
        }
        finally
        {
            await Broker.RemoveAsync(address, "restatement-filing-parsed", "ownership-filing-parsed");
            folder.Delete(recursive: true);
        }
    }
}
