using System.Globalization;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Unit.Restatement;

/// <summary>Facts written by hand, as short as a table row.</summary>
internal static class Given
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? iso) => iso is null ? null : Day(iso);

    public static FactSet Facts(params FilingFact[] facts) => facts.Aggregate(FactSet.Empty, (set, fact) => set.With(fact));

    /// <summary>A filing with a filing date.</summary>
    public static FilingFact Filing(string id, string form, string? filed) => new()
    {
        Filing = "filings/" + id,
        Revision = "1",
        Generation = 1,
        FormType = form,
        FiledOn = filed is null ? null : Day(filed),
    };

    /// <summary>A Form 12b-25.</summary>
    public static FilingFact Notice(string id, string filed, string report, string period, bool? relief = true, string form = "", Func<NoticeFact, NoticeFact>? says = null)
    {
        var notice = new NoticeFact { ReportType = Says(report), PeriodEnd = Says(Day(period)), ReliefClaimed = relief is { } claimed ? Says(claimed) : null };
        return Filing(id, form.Length > 0 ? form : "NT " + report, filed) with { Notice = says is null ? notice : says(notice) };
    }

    /// <summary>A periodic report.</summary>
    public static FilingFact Report(string id, string filed, string form, string period, FilerStatus status = FilerStatus.Unspecified) => Filing(id, form, filed) with
    {
        Report = new ReportFact
        {
            ReportType = form.Replace("/A", "", StringComparison.Ordinal),
            PeriodEnd = Day(period),
            Amendment = form.EndsWith("/A", StringComparison.Ordinal),
            FilerStatus = status,
        },
    };

    /// <summary>A Form 8-K with Item 4.02(a).</summary>
    public static FilingFact NonReliance(string id, string filed, params AffectedPeriod[] periods) => Filing(id, "8-K", filed) with
    {
        ReportDate = Day(filed),
        Disclosures = [new DisclosureFact { Kind = DisclosureKind.NonReliance402A, NonReliance = true, Periods = periods }],
    };

    public static AffectedPeriod Year(string end) => new(Day(end), null, PeriodKind.Annual, "10-K", null);

    public static AffectedPeriod Quarter(string end) => new(Day(end), null, PeriodKind.Interim, "10-Q", null);

    public static Field<T> Says<T>(T value) => new(value, new Source(value?.ToString() ?? "", new ByteSpan(0, 1), "by-hand", 100));

    /// <summary>As things stood at the end of a day: with the filings dated until then.</summary>
    public static IssuerView AsOf(FactSet facts, DateOnly day) => IssuerView.Of(facts.Until(day), Clock.AsOf(day, (_, _) => false));

    public static LateFilingCase OnlyLate(this FactSet facts, string asOf) => Assert.Single(AsOf(facts, Day(asOf)).LateFilings);

    public static RestatementCase OnlyCase(this FactSet facts, string asOf) => Assert.Single(AsOf(facts, Day(asOf)).Restatements);
}
