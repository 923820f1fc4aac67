using Filingwire.Contracts.Evidence;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Ownership.Intake;

/// <summary>A filing as Extraction gives it → the ledger's fact. The only place that knows Extraction's messages.</summary>
public static class ReportMapping
{
    /// <summary>The fact; null with the reason when the filing is none that the ledger can take.</summary>
    public static OwnershipReport? ToReport(this Filing filing, out string? refusal)
    {
        refusal = null;
        if (filing.ContentCase != Filing.ContentOneofCase.Ownership)
            return Refuse("The filing is no ownership report.", out refusal);
        if (!FilingId.TryParseResourceName(filing.Name, out var id))
            return Refuse("The filing's name is malformed.", out refusal);
        if (!FormType.TryParse(filing.FormType?.Value ?? filing.Ownership.DocumentType?.Value, out var form) || FormOf(form) is not { } family)
            return Refuse("The form type is none of 3, 4 and 5.", out refusal);
        if (!IssuerKey.TryParseResourceName(filing.Issuer, out var issuer))
            return Refuse("The issuer is not known.", out refusal);
        var document = filing.Ownership;
        var owners = document.ReportingOwners.Select(ToOwner).OfType<ReportedOwner>().ToList();
        if (owners.Count == 0)
            return Refuse("No reporting owner is known.", out refusal);
        var accepted = WireText.Time(filing.AcceptedAtEastern.Known());
        return new OwnershipReport
        {
            Filing = id,
            Generation = filing.Generation,
            Revision = filing.Revision,
            FormType = form.ToString(),
            Form = family,
            IsAmendment = form.IsAmendment,
            Filed = FilingDate.Of(filing.FiledOn.Known(), accepted, LatestSignature(filing), form),
            AcceptedAtEastern = accepted,
            PeriodOfReport = document.PeriodOfReport.Known() ?? filing.PeriodOfReport.Known(),
            OriginalFiledOn = document.DateOfOriginalSubmission.Known(),
            NotSubjectToSection16 = document.NotSubjectToSection16.Known(),
            NoSecuritiesOwned = document.NoSecuritiesOwned.Known(),
            PlanBox = document.Aff10B5One.Known(),
            Issuer = issuer,
            IssuerName = document.Issuer?.Name.Known() ?? filing.Issuers.FirstOrDefault()?.Name.Known() ?? issuer.ToString(),
            TradingSymbol = NonEmpty(document.Issuer?.TradingSymbol?.Value),
            ForeignTradingSymbol = NonEmpty(document.Issuer?.ForeignTradingSymbol?.Value),
            Owners = owners,
            Rows = [.. document.NonDerivativeRows.Select(row => ToRow(row, 1)), .. document.DerivativeRows.Select(row => ToRow(row, 2))],
            Footnotes = [.. document.Footnotes.Where(note => note.Text is not null).Select(note => new ReportFootnote(note.Id, note.Text.ToField()!))],
            Remarks = NonEmpty(document.Remarks?.Value),
        };
    }

    private static OwnershipReport? Refuse(string reason, out string? refusal)
    {
        refusal = reason;
        return null;
    }

    private static ReportForm? FormOf(FormType form) => form.Unamended.ToString() switch
    {
        "3" => ReportForm.Form3,
        "4" => ReportForm.Form4,
        "5" => ReportForm.Form5,
        _ => null,
    };

    private static ReportedOwner? ToOwner(ReportingOwner owner)
    {
        var name = NonEmpty(owner.Name?.Value);
        var key = Cik.TryParse(owner.Cik?.Value, out var cik) ? OwnerKey.Of(cik) : name is null ? null : OwnerKey.OfName(name);
        return key is null
            ? null
            : new ReportedOwner
            {
                Key = key.Value,
                Name = name ?? key.Value.ToString(),
                IsDirector = owner.IsDirector.Known(),
                IsOfficer = owner.IsOfficer.Known(),
                IsTenPercentOwner = owner.IsTenPercentOwner.Known(),
                IsOther = owner.IsOther.Known(),
                OfficerTitle = NonEmpty(owner.OfficerTitle?.Value),
                OtherText = NonEmpty(owner.OtherText?.Value),
                Address = ToLine(owner.Address),
            };
    }

    private static string? ToLine(Address? address)
    {
        if (address is null)
            return null;
        var parts = new[] { address.Street1, address.Street2, address.City, address.State, address.Zip, address.Country }
            .Select(part => NonEmpty(part?.Value)).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static ReportRow ToRow(OwnershipRow row, int table) => new()
    {
        Table = table,
        Ordinal = row.Ordinal,
        Kind = row.Kind == OwnershipRow.Types.Kind.Holding ? RowKind.Holding : RowKind.Transaction,
        SecurityTitle = row.SecurityTitle.ToField(),
        TransactionDate = row.TransactionDate.ToField(),
        DeemedExecutionDate = row.DeemedExecutionDate.ToField(),
        TransactionFormType = row.TransactionFormType.ToField(),
        Code = row.TransactionCode.ToField(),
        EquitySwap = row.EquitySwapInvolved.ToField(),
        CodingFootnoteIds = [.. row.TransactionCodingFootnoteIds],
        TimelinessCode = row.TransactionTimeliness.ToField(),
        Shares = row.TransactionShares.ToField(),
        TotalValue = row.TransactionTotalValue.ToField(),
        Price = row.TransactionPricePerShare.ToField(),
        AcquiredDisposed = row.AcquiredDisposedCode.ToField(),
        SharesFollowing = row.SharesOwnedFollowing.ToField(),
        ValueFollowing = row.ValueOwnedFollowing.ToField(),
        DirectOrIndirect = row.DirectOrIndirect.ToField(),
        Nature = row.NatureOfOwnership.ToField(),
        ExercisePrice = row.ConversionOrExercisePrice.ToField(),
        ExerciseDate = row.ExerciseDate.ToField(),
        ExpirationDate = row.ExpirationDate.ToField(),
        UnderlyingTitle = row.UnderlyingSecurityTitle.ToField(),
        UnderlyingShares = row.UnderlyingSecurityShares.ToField(),
        UnderlyingValue = row.UnderlyingSecurityValue.ToField(),
        Span = row.Span.ToSpan(),
    };

    private static DateOnly? LatestSignature(Filing filing) =>
        filing.Ownership.Signatures.Max(signature => signature.Date.Known()) ?? filing.SignedOn.Known();

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
