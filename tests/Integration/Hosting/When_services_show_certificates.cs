using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Filingwire.Events.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.Hosting;

/// <summary>Mutual TLS: services of one authority talk to each other, strangers are not even heard.</summary>
public sealed class When_services_show_certificates : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-tls-");
    private readonly X509Certificate2 authority = Authority("ours");
    private readonly TlsOptions tls;

    public When_services_show_certificates()
    {
        var authorityFile = Path.Combine(folder.FullName, "authority.pem");
        File.WriteAllText(authorityFile, authority.ExportCertificatePem());
        tls = Issue(authority, "service") with { AuthorityFile = authorityFile };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_follower_reads_the_log_and_a_stranger_is_refused()
    {
        await using var services = new TwoServices { Options = o => o with { Listen = new Uri("https://127.0.0.1:0"), Access = new AccessOptions { Tls = tls } } };
        var writer = await services.StartWriterAsync();
        await TwoServices.WriteAsync(writer, 0, 50, Cancellation);
        await TwoServices.AssertLogAsync(writer, 50, Cancellation);

        // Its events were published before it came, so it has them from the log, over TLS.
        var reader = await services.StartReaderAsync(writer.Address);
        await TwoServices.ArriveAsync(reader, 50, Cancellation);

        using var strangers = Authority("theirs");
        Assert.Equal(StatusCode.OK, await CallAsync(writer.Address, tls));
        Assert.Equal(StatusCode.Unavailable, await CallAsync(writer.Address, null));
        Assert.Equal(StatusCode.Unavailable, await CallAsync(writer.Address, Issue(strangers, "stranger")));
    }

    [Fact]
    public async Task Certificates_and_https_belong_together()
    {
        var definition = new ServiceDefinition("odd", 0);
        await Assert.ThrowsAsync<OptionsException>(() => ServiceHost.StartAsync(
            definition, new ServiceOptions { Listen = new Uri("https://127.0.0.1:0"), Store = new StoreOptions { Data = folder.FullName } }, cancellation: Cancellation));
        await Assert.ThrowsAsync<OptionsException>(() => ServiceHost.StartAsync(
            definition,
            new ServiceOptions { Access = new AccessOptions { Tls = tls }, Store = new StoreOptions { Data = folder.FullName } },
            cancellation: Cancellation));
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task<StatusCode> CallAsync(Uri address, TlsOptions? shown)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        if (shown is not null)
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(shown.CertificateFile, shown.KeyFile)];
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler });
        try
        {
            await new EventLogService.EventLogServiceClient(channel).GetLogStatusAsync(new GetLogStatusRequest(), deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: Cancellation);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    private TlsOptions Issue(X509Certificate2 issuer, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(12), RandomNumberGenerator.GetBytes(8));
        var files = new TlsOptions(Path.Combine(folder.FullName, name + ".pem"), Path.Combine(folder.FullName, name + ".key"), null);
        File.WriteAllText(files.CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(files.KeyFile, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
