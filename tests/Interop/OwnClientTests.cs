using Filingwire.Interop.Cases;

namespace Filingwire.Interop;

/// <summary>The interoperability cases with the project's own client and server.</summary>
public sealed class OwnClientTests
{
    public static TheoryData<string> Cases => [.. InteropCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Own_client_passes_against_own_server(string name)
    {
        await using var server = await TestServer.StartAsync();
        using var client = new InteropClient(server.Address);
        await InteropCases.All[name](client).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
