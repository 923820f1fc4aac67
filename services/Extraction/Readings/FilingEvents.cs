using System.Globalization;
using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Events;
using Filingwire.Contracts.Evidence;
using Filingwire.Parsing;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Identifiers;
using Filingwire.Types.V1;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>What is published about filings. Pure: the same facts give the same event with the same id.</summary>
internal static class FilingEvents
{
    /// <summary>A filing was read; <paramref name="previousIssuer"/> and <paramref name="replaces"/> as in the event.</summary>
    public static FilingParsed Parsed(Wire.Filing filing, string? previousIssuer, string? replaces, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(nameof(FilingParsed), filing.Name, filing.Generation.ToString(CultureInfo.InvariantCulture)),
        OccurredAt = now,
        Issuer = filing.Issuer.Length > 0 ? filing.Issuer : null,
        Filing = filing.Name,
        FormType = filing.FormType.Value,
        Revision = filing.Revision,
        Generation = filing.Generation,
        PreviousIssuer = previousIssuer,
        Replaces = replaces,
        Accession = filing.Accession.Known(),
        Family = filing.Family.ToCode().Kebab(),
        IssuerCik = IssuerKey.TryParseResourceName(filing.Issuer, out var issuer) ? issuer.Cik?.ToString() : null,
        IssuerName = filing.Issuers.Count > 0 ? filing.Issuers[0].Name.Known() : null,
        TradingSymbol = filing.Issuers.Count > 0 ? filing.Issuers[0].TradingSymbol.Known() : null,
        PeriodOfReport = filing.PeriodOfReport.Known(),
        FiledOn = filing.FiledOn.Known(),
        AcceptedAtEastern = WireText.Time(filing.AcceptedAtEastern.Known()),
        IsAmendment = FormType.TryParse(filing.FormType.Value, out var form) && form.IsAmendment,
        Items = [.. filing.CurrentReport?.Items.Select(item => item.Code) ?? []],
        ContentSha256 = filing.ContentSha256,
        Warnings = filing.Diagnostics.Count(diagnostic => diagnostic.Severity is Diagnostic.Types.Severity.Warning or Diagnostic.Types.Severity.Error),
    };

    /// <summary>Bytes were no filing.</summary>
    public static FilingRejected Rejected(string sha256, long bytes, RejectionReason reason, string message, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(nameof(FilingRejected), sha256),
        OccurredAt = now,
        Reason = WireReason(reason),
        Message = message,
        ContentSha256 = sha256,
        ContentBytes = bytes,
    };

    /// <summary>A name was linked to a CIK.</summary>
    public static IssuerIdentified Identified(string provisional, Wire.Filing proof, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(nameof(IssuerIdentified), provisional, proof.Issuer),
        OccurredAt = now,
        Issuer = proof.Issuer,
        Filing = proof.Name,
        FormType = proof.FormType.Value,
        ProvisionalIssuer = provisional,
        Name = proof.Issuers[0].Name?.Value ?? "",
    };

    /// <summary>The stable reason of a rejection.</summary>
    public static string WireReason(RejectionReason reason) => reason switch
    {
        RejectionReason.Empty => "FILING_EMPTY",
        RejectionReason.TooLarge => "FILING_TOO_LARGE",
        RejectionReason.Binary => "FILING_BINARY",
        _ => "FILING_NOT_RECOGNISED",
    };
}
