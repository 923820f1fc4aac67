using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;
using ExtractionV1 = Filingwire.Extraction.V1;
using OwnershipV1 = Filingwire.Ownership.V1;
using RestatementV1 = Filingwire.Restatement.V1;
using Wire = Filingwire.Types.V1;

namespace Filingwire.Contracts.Codes;

/// <summary>
/// Codes ↔ the wire's enums. A code has the number of the wire's value of the same name; a test holds every pair of this class against each other. A value that
/// only a newer peer knows is read as the code for "not said", never as another one.
/// </summary>
public static class CodeWire
{
#pragma warning disable CS1591 // The names of the types say it all.
    public static Wire.Diagnostic.Types.Severity ToProto(this Severity code) => (Wire.Diagnostic.Types.Severity)code;

    public static ExtractionV1.FormFamily ToProto(this FormFamily code) => (ExtractionV1.FormFamily)code;

    public static FormFamily ToCode(this ExtractionV1.FormFamily wire) => Known<FormFamily>((int)wire);

    public static ExtractionV1.AffectedPeriod.Types.PeriodKind ToProto(this PeriodKind code) => (ExtractionV1.AffectedPeriod.Types.PeriodKind)code;

    public static PeriodKind ToCode(this ExtractionV1.AffectedPeriod.Types.PeriodKind wire) => Known<PeriodKind>((int)wire);

    public static ExtractionV1.RestatementDisclosure.Types.Kind ToProto(this DisclosureKind code) => (ExtractionV1.RestatementDisclosure.Types.Kind)code;

    public static DisclosureKind ToCode(this ExtractionV1.RestatementDisclosure.Types.Kind wire) => Known<DisclosureKind>((int)wire);

    public static ExtractionV1.AreaFinding.Types.Area ToProto(this AccountingArea code) => (ExtractionV1.AreaFinding.Types.Area)code;

    public static AccountingArea ToCode(this ExtractionV1.AreaFinding.Types.Area wire) => Known<AccountingArea>((int)wire);

    public static ExtractionV1.CauseFinding.Types.Cause ToProto(this ErrorCause code) => (ExtractionV1.CauseFinding.Types.Cause)code;

    public static ErrorCause ToCode(this ExtractionV1.CauseFinding.Types.Cause wire) => Known<ErrorCause>((int)wire);

    public static ExtractionV1.IdentifierFinding.Types.Identifier ToProto(this ErrorIdentifier code) => (ExtractionV1.IdentifierFinding.Types.Identifier)code;

    public static ErrorIdentifier ToCode(this ExtractionV1.IdentifierFinding.Types.Identifier wire) => Known<ErrorIdentifier>((int)wire);

    public static ExtractionV1.Effect.Types.Direction ToProto(this EffectDirection code) => (ExtractionV1.Effect.Types.Direction)code;

    public static EffectDirection ToCode(this ExtractionV1.Effect.Types.Direction wire) => Known<EffectDirection>((int)wire);

    public static ExtractionV1.LateFilingReason.Types.Code ToProto(this LateFilingReason code) => (ExtractionV1.LateFilingReason.Types.Code)code;

    public static LateFilingReason ToCode(this ExtractionV1.LateFilingReason.Types.Code wire) => Known<LateFilingReason>((int)wire);

    public static ExtractionV1.LateFilingNotice.Types.Severity ToProto(this NoticeSeverity code) => (ExtractionV1.LateFilingNotice.Types.Severity)code;

    public static NoticeSeverity ToCode(this ExtractionV1.LateFilingNotice.Types.Severity wire) => Known<NoticeSeverity>((int)wire);

    public static RestatementV1.NoticeSeverity ToRestatement(this NoticeSeverity code) => (RestatementV1.NoticeSeverity)code;

    public static NoticeSeverity ToCode(this RestatementV1.NoticeSeverity wire) => Known<NoticeSeverity>((int)wire);

    public static ExtractionV1.PeriodicReport.Types.FilerStatus ToProto(this FilerStatus code) => (ExtractionV1.PeriodicReport.Types.FilerStatus)code;

    public static FilerStatus ToCode(this ExtractionV1.PeriodicReport.Types.FilerStatus wire) => Known<FilerStatus>((int)wire);

    public static RestatementV1.FilerStatus ToRestatement(this FilerStatus code) => (RestatementV1.FilerStatus)code;

    public static FilerStatus ToCode(this RestatementV1.FilerStatus wire) => Known<FilerStatus>((int)wire);

    public static ExtractionV1.PeriodicReport.Types.AmendmentPurpose ToProto(this AmendmentPurpose code) => (ExtractionV1.PeriodicReport.Types.AmendmentPurpose)code;

    public static AmendmentPurpose ToCode(this ExtractionV1.PeriodicReport.Types.AmendmentPurpose wire) => Known<AmendmentPurpose>((int)wire);

    public static RestatementV1.DateBasis ToRestatement(this FilingDateBasis code) => (RestatementV1.DateBasis)code;
#pragma warning restore CS1591

    /// <summary>Ownership's wire has names of its own, and none for a day of receipt, which never stands in there.</summary>
    public static OwnershipV1.FilingDate.Types.Basis ToOwnership(this FilingDateBasis code) => code switch
    {
        FilingDateBasis.Filed => OwnershipV1.FilingDate.Types.Basis.FiledOn,
        FilingDateBasis.Accepted => OwnershipV1.FilingDate.Types.Basis.AcceptedAt,
        FilingDateBasis.Signed => OwnershipV1.FilingDate.Types.Basis.Signature,
        _ => OwnershipV1.FilingDate.Types.Basis.Unspecified,
    };

    private static T Known<T>(int number)
        where T : struct, Enum => Enum.IsDefined(typeof(T), number) ? (T)Enum.ToObject(typeof(T), number) : default;
}
