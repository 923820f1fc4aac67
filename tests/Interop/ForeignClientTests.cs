using Filingwire.Interop.Cases;

namespace Filingwire.Interop;

/// <summary>A client of another implementation against the project's server. All cases run in one process of it.</summary>
public abstract class ForeignClientTests(ForeignClientRun run)
{
    public static TheoryData<string> Cases => [.. InteropCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Foreign_client_passes_against_own_server(string name)
    {
        Assert.SkipWhen(run.Lack is not null, run.Lack ?? "");
        Assert.True(run.Results.ContainsKey(name), $"The client gave no result: {run.Results.GetValueOrDefault("stderr")}");
        Assert.Null(run.Results[name]);
    }
}

/// <summary>One run of a foreign client through all cases.</summary>
public abstract class ForeignClientRun : IAsyncLifetime
{
    private readonly ForeignPeer _peer;

    private protected ForeignClientRun(ForeignPeer peer) => _peer = peer;

    internal string? Lack { get; private set; }

    internal IReadOnlyDictionary<string, string?> Results { get; private set; } = new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        Lack = _peer.Lack();
        if (Lack is not null) return;
        await using var server = await TestServer.StartAsync();
        Results = await _peer.RunClientAsync(server.Port, InteropCases.All.Keys);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}

public sealed class NodeClientRun() : ForeignClientRun(ForeignPeer.Node);

public sealed class PythonClientRun() : ForeignClientRun(ForeignPeer.Python);

public sealed class NodeClientTests(NodeClientRun run) : ForeignClientTests(run), IClassFixture<NodeClientRun>;

public sealed class PythonClientTests(PythonClientRun run) : ForeignClientTests(run), IClassFixture<PythonClientRun>;
