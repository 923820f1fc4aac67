using System.Globalization;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;
using Filingwire.Types.V1;
using Facts = Filingwire.Ownership.Ledger.Facts;
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
        var accepted = Time(filing.AcceptedAtEastern?.Value);
        return new OwnershipReport
        {
            Filing = id,
            Generation = filing.Generation,
            Revision = filing.Revision,
            FormType = form.ToString(),
            Form = family,
            IsAmendment = form.IsAmendment,
            Filed = FilingDate.Of(Date(filing.FiledOn?.Value), accepted, LatestSignature(filing), form),
            AcceptedAtEastern = accepted,
            PeriodOfReport = Date(document.PeriodOfReport?.Value) ?? Date(filing.PeriodOfReport?.Value),
            OriginalFiledOn = Date(document.DateOfOriginalSubmission?.Value),
            NotSubjectToSection16 = Bool(document.NotSubjectToSection16),
            NoSecuritiesOwned = Bool(document.NoSecuritiesOwned),
            PlanBox = Bool(document.Aff10B5One),
            Issuer = issuer,
            IssuerName = document.Issuer?.Name?.Value ?? filing.Issuers.FirstOrDefault()?.Name?.Value ?? issuer.ToString(),
            TradingSymbol = NonEmpty(document.Issuer?.TradingSymbol?.Value),
            ForeignTradingSymbol = NonEmpty(document.Issuer?.ForeignTradingSymbol?.Value),
            Owners = owners,
            Rows = [.. document.NonDerivativeRows.Select(row => ToRow(row, 1)), .. document.DerivativeRows.Select(row => ToRow(row, 2))],
            Footnotes = [.. document.Footnotes.Where(note => note.Text is not null).Select(note => new ReportFootnote(note.Id, Text(note.Text)!))],
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
                IsDirector = Bool(owner.IsDirector),
                IsOfficer = Bool(owner.IsOfficer),
                IsTenPercentOwner = Bool(owner.IsTenPercentOwner),
                IsOther = Bool(owner.IsOther),
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
        SecurityTitle = Text(row.SecurityTitle),
        TransactionDate = Day(row.TransactionDate),
        DeemedExecutionDate = Day(row.DeemedExecutionDate),
        TransactionFormType = Text(row.TransactionFormType),
        Code = Text(row.TransactionCode),
        EquitySwap = row.EquitySwapInvolved is { } swap ? Of<bool?>(swap.HasValue ? swap.Value : null, swap.Evidence, swap.FootnoteIds) : null,
        CodingFootnoteIds = [.. row.TransactionCodingFootnoteIds],
        TimelinessCode = Text(row.TransactionTimeliness),
        Shares = Amount(row.TransactionShares),
        TotalValue = Amount(row.TransactionTotalValue),
        Price = Amount(row.TransactionPricePerShare),
        AcquiredDisposed = Text(row.AcquiredDisposedCode),
        SharesFollowing = Amount(row.SharesOwnedFollowing),
        ValueFollowing = Amount(row.ValueOwnedFollowing),
        DirectOrIndirect = Text(row.DirectOrIndirect),
        Nature = Text(row.NatureOfOwnership),
        ExercisePrice = Amount(row.ConversionOrExercisePrice),
        ExerciseDate = Day(row.ExerciseDate),
        ExpirationDate = Day(row.ExpirationDate),
        UnderlyingTitle = Text(row.UnderlyingSecurityTitle),
        UnderlyingShares = Amount(row.UnderlyingSecurityShares),
        UnderlyingValue = Amount(row.UnderlyingSecurityValue),
        Span = row.Span is { } span ? new ByteRange(span.Start, span.End) : null,
    };

    private static DateOnly? LatestSignature(Filing filing) =>
        filing.Ownership.Signatures.Max(signature => Date(signature.Date?.Value)) ?? Date(filing.SignedOn?.Value);

    private static Reading<string?>? Text(TextValue? value) =>
        value is null ? null : Of<string?>(value.HasValue ? value.Value : null, value.Evidence, value.FootnoteIds);

    private static Reading<DateOnly?>? Day(DateValue? value) =>
        value is null ? null : Of(value.HasValue ? Date(value.Value) : null, value.Evidence, value.FootnoteIds);

    private static Reading<decimal?>? Amount(DecimalValue? value) =>
        value is null ? null : Of(value.HasValue ? Number(value.Value) : null, value.Evidence, value.FootnoteIds);

    private static Reading<T> Of<T>(T value, Types.V1.Evidence? evidence, IReadOnlyList<string> footnoteIds) => new(
        value,
        evidence is null
            ? new Facts.Evidence("", null, null, "", 0)
            : new Facts.Evidence(evidence.AsWritten, evidence.Span?.Start, evidence.Span?.End, evidence.Rule, evidence.Confidence),
        [.. footnoteIds]);

    private static bool? Bool(BoolValue? value) => value is { HasValue: true } ? value.Value : null;

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
