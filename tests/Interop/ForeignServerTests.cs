using Filingwire.Interop.Cases;

namespace Filingwire.Interop;

/// <summary>The project's client against a server of another implementation, one process for all cases.</summary>
public abstract class ForeignServerTests(ForeignServerRun run)
{
    public static TheoryData<string> Cases => [.. InteropCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Own_client_passes_against_foreign_server(string name)
    {
        Assert.SkipWhen(run.Lack is not null, run.Lack ?? "");
        using var client = new InteropClient(run.Server!.Address, run.Peer);
        await InteropCases.All[name](client).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}

/// <summary>A foreign server while its cases run.</summary>
public abstract class ForeignServerRun : IAsyncLifetime
{
    private protected ForeignServerRun(ForeignPeer peer) => Peer = peer;

    internal ForeignPeer Peer { get; }

    internal string? Lack { get; private set; }

    internal ForeignServer? Server { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Lack = Peer.Lack();
        if (Lack is null) Server = await Peer.StartServerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class NodeServerRun() : ForeignServerRun(ForeignPeer.Node);

public sealed class PythonServerRun() : ForeignServerRun(ForeignPeer.Python);

public sealed class NodeServerTests(NodeServerRun run) : ForeignServerTests(run), IClassFixture<NodeServerRun>;

public sealed class PythonServerTests(PythonServerRun run) : ForeignServerTests(run), IClassFixture<PythonServerRun>;
