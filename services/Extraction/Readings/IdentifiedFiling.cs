using System.Security.Cryptography;
using Filingwire.Parsing;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Readings;

/// <summary>
/// A filing as read, together with what identifies it: facts of the bytes first, stated facts where the bytes are silent, and a
/// diagnostic where the two contradict each other.
/// </summary>
public sealed record IdentifiedFiling
{
    /// <summary>The filing as read.</summary>
    public required ParsedFiling Parsed { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>Its identity.</summary>
    public required FilingId Id { get; init; }

    /// <summary>The issuers, the document's or the header's; empty when neither names one.</summary>
    public required IReadOnlyList<FilingIssuer> Issuers { get; init; }

    /// <summary>Key of the first issuer; null when it has neither CIK nor name.</summary>
    public IssuerKey? Issuer { get; init; }

    /// <summary>Accession number, read or stated.</summary>
    public Field<string?>? Accession { get; init; }

    /// <summary>Filing date, read or stated.</summary>
    public Field<DateOnly?>? FiledOn { get; init; }

    /// <summary>Acceptance, read or stated.</summary>
    public Field<DateTime?>? AcceptedAtEastern { get; init; }

    /// <summary>Period of report: the form's own where it has one, else the header's.</summary>
    public Field<DateOnly?>? PeriodOfReport { get; init; }

    /// <summary>Everything odd.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Identifies a filing. Pure.</summary>
    /// <param name="parsed">The filing as read.</param>
    /// <param name="stated">What the submitter knows.</param>
    public static IdentifiedFiling Identify(ParsedFiling parsed, StatedFacts stated)
    {
        var header = parsed.Submission.Header;
        var diagnostics = new List<Diagnostic>(parsed.Diagnostics);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(parsed.Submission.Bytes.Span));

        var accession = Prefer(header?.Accession, stated.Accession?.ToString() is { } text ? StatedFacts.Stated(text) : null, "accession", diagnostics);
        var id = AccessionNumber.TryParse(accession?.Value, out var number) ? FilingId.Of(number) : FilingId.OfContent(sha256);
        if (stated.FormType is { } statedType && FormType.TryParse(parsed.FormType.Value, out var readType) && statedType != readType)
            diagnostics.Add(Contradiction("form-type", readType.ToString(), statedType.ToString(), parsed.FormType.Source.Span));

        var issuers = FilingIssuer.Of(parsed, stated.IssuerCik, diagnostics);
        return new IdentifiedFiling
        {
            Parsed = parsed,
            ContentSha256 = sha256,
            Id = id,
            Issuers = issuers,
            Issuer = issuers.Select(issuer => issuer.Key).FirstOrDefault(key => key is not null),
            Accession = accession,
            FiledOn = Prefer(header?.FiledOn, stated.FiledOn is { } filed ? StatedFacts.Stated(filed) : null, "filed-on", diagnostics),
            AcceptedAtEastern = Prefer(header?.AcceptedAtEastern, stated.AcceptedAtEastern is { } at ? StatedFacts.Stated(at) : null, "accepted-at", diagnostics),
            PeriodOfReport = Period(header, parsed.Reading, diagnostics),
            Diagnostics = diagnostics,
        };
    }

    private static Field<T>? Prefer<T>(Field<T>? read, Field<T>? stated, string fact, List<Diagnostic> diagnostics)
    {
        if (read is not { Value: not null })
            return stated ?? read;
        if (stated is not null && !Equals(read.Value, stated.Value))
            diagnostics.Add(Contradiction(fact, read.Source.AsWritten, stated.Source.AsWritten, read.Source.Span));
        return read;
    }

    private static Diagnostic Contradiction(string fact, string read, string stated, ByteSpan? span) =>
        new(Severity.Warning, $"stated-{fact}-contradicts", $"The submitter stated {stated}, the bytes say {read}; the bytes are taken.", span)
        {
            Parameters = new Dictionary<string, string> { ["read"] = read, ["stated"] = stated },
        };

    // N9 of the hard cases: some agents put the filing date into the header's period.
    private static Field<DateOnly?>? Period(SubmissionHeader? header, FormReading reading, List<Diagnostic> diagnostics)
    {
        if (reading.PeriodOfReport is not { Value: { } own })
            return header?.PeriodOfReport ?? reading.PeriodOfReport;
        if (header?.PeriodOfReport is { Value: { } headers } && headers != own)
            diagnostics.Add(new Diagnostic(Severity.Warning, "period-contradicts-header", "The period on the form differs from the header's; the form's is taken.",
                reading.PeriodOfReport.Source.Span)
            {
                Parameters = new Dictionary<string, string> { ["form"] = reading.PeriodOfReport.Source.AsWritten, ["header"] = header.PeriodOfReport.Source.AsWritten },
            });
        return reading.PeriodOfReport;
    }
}
