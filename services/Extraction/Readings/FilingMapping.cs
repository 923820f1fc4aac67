using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Parsing;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Identifiers;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>The filing as a whole → wire.</summary>
public static class FilingMapping
{
    /// <summary>A filing with everything in it, as generation 1 and not yet received; the store sets these two.</summary>
    public static Wire.Filing ToProto(this IdentifiedFiling filing)
    {
        var parsed = filing.Parsed;
        var wire = new Wire.Filing
        {
            Name = filing.Id.ResourceName,
            Revision = FilingParser.Revision,
            Generation = 1,
            FormType = parsed.FormType.ToProto(),
            Family = parsed.Family.ToProto(),
            Format = parsed.Format.ToProto(),
            Accession = filing.Accession.ToProto(),
            PeriodOfReport = filing.PeriodOfReport.ToProto(),
            FiledOn = filing.FiledOn.ToProto(),
            AcceptedAtEastern = filing.AcceptedAtEastern.ToProto(),
            SignedOn = parsed.Reading.SignedOn.ToProto(),
            ContentSha256 = filing.ContentSha256,
            ContentBytes = parsed.Submission.Bytes.Length,
            Issuer = filing.Issuer?.ResourceName ?? "",
        };
        wire.Issuers.AddRange(filing.Issuers.Select(ToProto));
        wire.HeaderParties.AddRange((parsed.Submission.Header?.Parties ?? []).Select(ToProto));
        wire.HeaderItems.AddRange((parsed.Submission.Header?.Items ?? []).Select(item => item.ToProto()));
        wire.Documents.AddRange(parsed.Submission.Documents.Select(ToProto));
        wire.Diagnostics.AddRange(filing.Diagnostics.Select(EvidenceWire.ToProto));
        wire.OrderReliance.AddRange(parsed.Reading.OrderReliance.Select(
            reliance => new Wire.OrderReliance { Event = reliance.Event, Evidence = reliance.Evidence.ToProto() }));
        if (parsed.Reading.Content is { } content)
            ContentMapping.Set(wire, parsed.Family, content);
        return wire;
    }

    private static Wire.Format ToProto(this DocumentFormat format) => format switch
    {
        DocumentFormat.Xml => Wire.Format.Xml,
        DocumentFormat.Html => Wire.Format.Html,
        DocumentFormat.Text => Wire.Format.Text,
        DocumentFormat.OcrText => Wire.Format.OcrText,
        _ => Wire.Format.Unspecified,
    };

    private static Wire.Document ToProto(SubmissionDocument document) => new()
    {
        Type = document.Type.ToProto(),
        Sequence = document.Sequence.ToProto(),
        Filename = document.Filename.ToProto(),
        Description = document.Description.ToProto(),
        Body = document.Body.ToProto(),
        Format = document.Format.ToProto(),
        Skipped = document.Format == DocumentFormat.Binary,
    };

    private static Wire.Party ToProto(FilingIssuer issuer)
    {
        var wire = issuer.Header is { } party ? ToProto(party) : new Wire.Party { Role = Wire.Party.Types.Role.Issuer };
        wire.Cik = Digits(issuer.Cik.ToProto());
        wire.Name = issuer.Name.ToProto();
        wire.TradingSymbol = issuer.TradingSymbol.ToProto();
        return wire;
    }

    private static Wire.Party ToProto(HeaderParty party)
    {
        var wire = new Wire.Party
        {
            Role = party.Role switch
            {
                PartyRole.Issuer => Wire.Party.Types.Role.Issuer,
                PartyRole.ReportingOwner => Wire.Party.Types.Role.ReportingOwner,
                PartyRole.Filer => Wire.Party.Types.Role.Filer,
                PartyRole.SubjectCompany => Wire.Party.Types.Role.SubjectCompany,
                PartyRole.FiledBy => Wire.Party.Types.Role.FiledBy,
                _ => Wire.Party.Types.Role.Other,
            },
            Cik = Digits(party.Cik.ToProto()),
            Name = party.Name.ToProto(),
            SicCode = party.SicCode.ToProto(),
            IrsNumber = party.IrsNumber.ToProto(),
            StateOfIncorporation = party.StateOfIncorporation.ToProto(),
            FiscalYearEnd = party.FiscalYearEnd.ToProto(),
            FileNumber = party.FileNumber.ToProto(),
            FilmNumber = party.FilmNumber.ToProto(),
            SecAct = party.SecAct.ToProto(),
            BusinessAddress = party.BusinessAddress.ToProto(),
            MailAddress = party.MailAddress.ToProto(),
            FormType = party.FormType.ToProto(),
            OrganizationName = party.OrganizationName.ToProto(),
        };
        wire.FormerNames.AddRange(party.FormerNames.Select(former => new Wire.FormerName { Name = former.Name.ToProto(), ChangedOn = former.ChangedOn.ToProto() }));
        return wire;
    }

    // Headers pad CIKs to ten digits; the wire has them without leading zeros. The evidence keeps them as written.
    private static Filingwire.Types.V1.TextValue? Digits(Filingwire.Types.V1.TextValue? cik)
    {
        if (cik is { HasValue: true } && Cik.TryParse(cik.Value, out var number))
            cik.Value = number.ToString();
        return cik;
    }
}
