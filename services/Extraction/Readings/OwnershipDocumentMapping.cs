using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Forms.Ownership;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Forms 3, 4 and 5 → wire.</summary>
public static class OwnershipDocumentMapping
{
    /// <summary>The whole document.</summary>
    public static Wire.OwnershipDocument ToProto(this OwnershipDocument document) => new()
    {
        SchemaVersion = document.SchemaVersion.ToProto(),
        DocumentType = document.DocumentType.ToProto(),
        PeriodOfReport = document.PeriodOfReport.ToProto(),
        DateOfOriginalSubmission = document.DateOfOriginalSubmission.ToProto(),
        NoSecuritiesOwned = document.NoSecuritiesOwned.ToProto(),
        NotSubjectToSection16 = document.NotSubjectToSection16.ToProto(),
        Form3HoldingsReported = document.Form3HoldingsReported.ToProto(),
        Form4TransactionsReported = document.Form4TransactionsReported.ToProto(),
        Aff10B5One = document.Aff10b5One.ToProto(),
        Issuer = document.Issuer.ToProto(),
        ReportingOwners = { document.ReportingOwners.Select(ToProto) },
        NonDerivativeRows = { document.NonDerivativeRows.Select(ToProto) },
        DerivativeRows = { document.DerivativeRows.Select(ToProto) },
        Footnotes = { document.Footnotes.Select(ToProto) },
        Remarks = document.Remarks.ToProto(),
        Signatures = { document.Signatures.Select(ToProto) },
        JointFiling = document.JointFiling.ToProto(),
    };

    private static Wire.OwnershipIssuer ToProto(this OwnershipIssuer issuer) => new()
    {
        Cik = issuer.Cik.ToProto(),
        Name = issuer.Name.ToProto(),
        TradingSymbol = issuer.TradingSymbol.ToProto(),
        ForeignTradingSymbol = issuer.ForeignTradingSymbol.ToProto(),
    };

    private static Wire.ReportingOwner ToProto(this ReportingOwner owner) => new()
    {
        Cik = owner.Cik.ToProto(),
        Name = owner.Name.ToProto(),
        Address = owner.Address.ToProto(),
        GoodAddress = owner.GoodAddress.ToProto(),
        IsDirector = owner.IsDirector.ToProto(),
        IsOfficer = owner.IsOfficer.ToProto(),
        IsTenPercentOwner = owner.IsTenPercentOwner.ToProto(),
        IsOther = owner.IsOther.ToProto(),
        OfficerTitle = owner.OfficerTitle.ToProto(),
        OtherText = owner.OtherText.ToProto(),
    };

    private static Wire.OwnershipRow ToProto(this OwnershipRow row) => new()
    {
        Kind = row.Kind == OwnershipRowKind.Transaction ? Wire.OwnershipRow.Types.Kind.Transaction : Wire.OwnershipRow.Types.Kind.Holding,
        Ordinal = row.Ordinal,
        SecurityTitle = row.SecurityTitle.ToProto(),
        ConversionOrExercisePrice = row.ConversionOrExercisePrice.ToProto(),
        TransactionDate = row.TransactionDate.ToProto(),
        DeemedExecutionDate = row.DeemedExecutionDate.ToProto(),
        TransactionFormType = row.TransactionFormType.ToProto(),
        TransactionCode = row.TransactionCode.ToProto(),
        EquitySwapInvolved = row.EquitySwapInvolved.ToProto(),
        TransactionCodingFootnoteIds = { row.TransactionCodingFootnoteIds },
        TransactionTimeliness = row.TransactionTimeliness.ToProto(),
        TransactionShares = row.TransactionShares.ToProto(),
        TransactionTotalValue = row.TransactionTotalValue.ToProto(),
        TransactionPricePerShare = row.TransactionPricePerShare.ToProto(),
        AcquiredDisposedCode = row.AcquiredDisposedCode.ToProto(),
        ExerciseDate = row.ExerciseDate.ToProto(),
        ExpirationDate = row.ExpirationDate.ToProto(),
        UnderlyingSecurityTitle = row.UnderlyingSecurityTitle.ToProto(),
        UnderlyingSecurityShares = row.UnderlyingSecurityShares.ToProto(),
        UnderlyingSecurityValue = row.UnderlyingSecurityValue.ToProto(),
        SharesOwnedFollowing = row.SharesOwnedFollowing.ToProto(),
        ValueOwnedFollowing = row.ValueOwnedFollowing.ToProto(),
        DirectOrIndirect = row.DirectOrIndirect.ToProto(),
        NatureOfOwnership = row.NatureOfOwnership.ToProto(),
        Span = row.Span.ToProto(),
    };

    private static Wire.Footnote ToProto(this Footnote footnote) => new() { Id = footnote.Id, Text = footnote.Text.ToProto() };

    private static Wire.OwnerSignature ToProto(this OwnerSignature signature) => new()
    {
        Name = signature.Name.ToProto(),
        Date = signature.Date.ToProto(),
        Capacity = signature.Capacity.ToProto(),
        OnBehalfOf = signature.OnBehalfOf.ToProto(),
        Signer = signature.Signer.ToProto(),
    };
}
