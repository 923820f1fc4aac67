using System.Security.Cryptography;
using System.Text;
using Filingwire.Extraction;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.Extraction;

/// <summary>Insiders' home addresses stand in the reading and in the bytes.</summary>
public sealed class When_a_reader_asks_for_an_insiders_filing : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-addresses-");
    private ServiceHost host = null!;
    private GrpcChannel channel = null!;
    private string name = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ExtractionService.ExtractionServiceClient Client => new(channel);

    public async ValueTask InitializeAsync()
    {
        var options = new ServiceOptions { Store = new StoreOptions { Data = folder.FullName }, Access = new AccessOptions { Tokens = Tokens() } };
        host = await ServiceHost.StartAsync(ExtractionDefinition.Create(), options, cancellation: Cancellation);
        channel = GrpcChannel.ForAddress(host.Address);
        name = (await Client.SubmitFilingAsync(
            new SubmitFilingRequest { Content = ByteString.CopyFrom(Seeds.Form4) }, As("submitter"), cancellationToken: Cancellation)).Filing.Name;
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("reader", false)]
    [InlineData("submitter", false)]
    [InlineData("peer", true)]
    [InlineData("operator", true)]
    public async Task Only_operators_and_peers_see_the_address(string role, bool sees)
    {
        var got = (await Client.GetFilingAsync(new GetFilingRequest { Name = name }, As(role), cancellationToken: Cancellation)).Filing;
        var batched = Assert.Single((await Client.BatchGetFilingsAsync(
            new BatchGetFilingsRequest { Requests = { new GetFilingRequest { Name = name } } }, As(role), cancellationToken: Cancellation)).Filings);
        var listed = Assert.Single((await Client.ListFilingsAsync(new ListFilingsRequest(), As(role), cancellationToken: Cancellation)).Filings);
        Assert.All([got, batched], filing => Assert.Equal(sees, filing.Ownership.ReportingOwners[0].Address is not null));
        Assert.All([got, batched, listed], filing => Assert.DoesNotContain(
            filing.HeaderParties, party => party.Role == Party.Types.Role.ReportingOwner && !sees && (party.BusinessAddress ?? party.MailAddress) is not null));
        Assert.Equal("4", got.FormType.Value);
    }

    [Theory]
    [InlineData("reader", StatusCode.PermissionDenied)]
    [InlineData("submitter", StatusCode.OK)]
    public async Task The_bytes_are_for_those_who_may_hand_in(string role, StatusCode expected)
    {
        using var call = Client.DownloadFiling(new DownloadFilingRequest { Name = name }, As(role), cancellationToken: Cancellation);
        var status = StatusCode.OK;
        try
        {
            Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        }
        catch (RpcException refused)
        {
            status = refused.StatusCode;
        }
        Assert.Equal(expected, status);
    }

    private static AccessTokens Tokens() => AccessTokens.Parse(
        new[] { "reader", "submitter", "peer", "operator" }.Select(role => $"{role} sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(role)))}"));

    private static Metadata As(string role) => new() { { "authorization", "Bearer " + role } };
}
