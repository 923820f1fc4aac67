using Filingwire.Parsing;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Readings;

/// <summary>An issuer or registrant of a filing, from the header's block and from the document.</summary>
/// <param name="Cik">Its CIK.</param>
/// <param name="Name">Its name.</param>
/// <param name="TradingSymbol">Its symbol.</param>
/// <param name="Header">Its block in the header; null without one.</param>
public sealed record FilingIssuer(Field<string?>? Cik, Field<string?>? Name, Field<string?>? TradingSymbol, HeaderParty? Header)
{
    /// <summary>The CIK's key, else the provisional key of the name; null when neither is known.</summary>
    public IssuerKey? Key => Sec.Identifiers.Cik.TryParse(Cik?.Value, out var cik)
        ? IssuerKey.Of(cik)
        : Name?.Value is { } name ? IssuerKey.OfName(name) : null;

    /// <summary>The issuers of a filing: the header's parties in their order, completed from the document; the document's own without a header.</summary>
    /// <param name="parsed">The filing.</param>
    /// <param name="statedCik">The first issuer's CIK as stated.</param>
    /// <param name="diagnostics">Receives contradictions.</param>
    public static IReadOnlyList<FilingIssuer> Of(ParsedFiling parsed, Cik? statedCik, List<Diagnostic> diagnostics)
    {
        var own = parsed.Reading.Issuers;
        var parties = Registrants(parsed);
        List<FilingIssuer> issuers = parties.Count > 0
            ? [.. parties.Select((party, i) => Join(party, own.FirstOrDefault(issuer => Same(issuer.Cik, party.Cik)) ?? (i < own.Count ? own[i] : null), diagnostics))]
            : [.. own.Select(issuer => new FilingIssuer(issuer.Cik, issuer.Name, issuer.TradingSymbol, null))];

        if (statedCik is { } cik)
        {
            var stated = StatedFacts.Stated(cik.ToString());
            if (issuers.Count == 0)
                issuers.Add(new FilingIssuer(stated, null, null, null));
            else if (issuers[0].Cik?.Value is null)
                issuers[0] = issuers[0] with { Cik = stated };
            else if (!issuers.Any(issuer => Same(issuer.Cik, stated)))
                diagnostics.Add(new Diagnostic(Severity.Warning, "stated-issuer-contradicts", "The submitter stated another issuer than the bytes name; the bytes are taken.",
                    issuers[0].Cik!.Source.Span)
                {
                    Parameters = new Dictionary<string, string> { ["read"] = issuers[0].Cik!.Source.AsWritten, ["stated"] = cik.ToString() },
                });
        }
        if (issuers.Count == 0)
            diagnostics.Add(new Diagnostic(Severity.Warning, "issuer-unknown", "Neither the envelope nor the document names an issuer."));
        return issuers;
    }

    // Form 4 headers name the issuer as ISSUER since 2003 and as SUBJECT COMPANY before; other forms name registrants as FILER.
    private static List<HeaderParty> Registrants(ParsedFiling parsed)
    {
        var parties = parsed.Submission.Header?.Parties ?? [];
        PartyRole[] roles = parsed.Family == FormFamily.Ownership
            ? [PartyRole.Issuer, PartyRole.SubjectCompany]
            : [PartyRole.Filer, PartyRole.SubjectCompany, PartyRole.Issuer];
        foreach (var role in roles)
        {
            var named = parties.Where(party => party.Role == role).ToList();
            if (named.Count > 0)
                return named;
        }
        return [];
    }

    private static FilingIssuer Join(HeaderParty party, NamedIssuer? own, List<Diagnostic> diagnostics)
    {
        if (own?.Cik?.Value is { } ownCik && party.Cik?.Value is { } headerCik && !Same(own.Cik, party.Cik))
            diagnostics.Add(new Diagnostic(Severity.Warning, "issuer-contradicts-header", "The document names another issuer than the header; the document's is taken.", own.Cik.Source.Span)
            {
                Parameters = new Dictionary<string, string> { ["document"] = ownCik, ["header"] = headerCik },
            });
        return new FilingIssuer(own?.Cik is { Value: not null } ? own.Cik : party.Cik, party.Name ?? own?.Name, own?.TradingSymbol, party);
    }

    private static bool Same(Field<string?>? left, Field<string?>? right) =>
        Sec.Identifiers.Cik.TryParse(left?.Value, out var a) && Sec.Identifiers.Cik.TryParse(right?.Value, out var b) && a == b;
}
