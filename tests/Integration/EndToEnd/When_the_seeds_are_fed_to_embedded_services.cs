using Filingwire.Standalone;

namespace Filingwire.Integration.EndToEnd;

public sealed class When_the_seeds_are_fed_to_embedded_services
{
    [Fact]
    public async Task They_tell_the_story()
    {
        var folder = Directory.CreateTempSubdirectory("filingwire-story-");
        try
        {
            await using var services = await EmbeddedServices.StartAsync(folder.FullName, anyPort: true, TestContext.Current.CancellationToken);
            using var story = new SeedStory(services.Extraction, services.Restatement, services.Ownership);
            await story.IsTold();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
