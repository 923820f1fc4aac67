using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Filingwire.Hosting.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Filingwire.Hosting.Security;

/// <summary>Certificates of a service, PEM. With an authority, callers must show a certificate of it (mutual TLS), and peers are checked against it.</summary>
public sealed record TlsOptions(string CertificateFile, string KeyFile, string? AuthorityFile)
{
    internal static TlsOptions? Of(string? certificate, string? key, string? authority) => (certificate, key) switch
    {
        (null, null) => null,
        ({ }, { }) => new TlsOptions(certificate, key, authority),
        _ => throw new OptionsException("FILINGWIRE_TLS_CERTIFICATE and FILINGWIRE_TLS_KEY belong together."),
    };

    internal void Apply(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificate = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);
        if (AuthorityFile is null)
            return;
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        var policy = Policy();
        https.ClientCertificateValidation = (certificate, _, _) => IsOurs(certificate, policy);
    }

    internal void Apply(SslClientAuthenticationOptions client)
    {
        client.ClientCertificates = [X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile)];
        if (AuthorityFile is not null)
            client.CertificateChainPolicy = Policy();
    }

    private static bool IsOurs(X509Certificate2 certificate, X509ChainPolicy policy)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy = policy.Clone();
        return chain.Build(certificate);
    }

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(AuthorityFile!);
        return policy;
    }
}
