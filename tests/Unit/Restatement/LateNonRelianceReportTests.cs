using Filingwire.Restatement.LateFilings;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>Item 4.02 is due four business days after the conclusion (Form 8-K, General Instruction B.1).</summary>
public sealed class LateNonRelianceReportTests
{
    [Case("R10")]
    [Theory]
    [InlineData("2024-08-05", "2024-08-09", null)] // the fourth business day
    [InlineData("2024-08-05", "2024-08-12", 1)]
    [InlineData("2024-06-17", "2024-06-24", null)] // over Juneteenth and a weekend
    [InlineData("2024-06-17", "2024-06-26", 2)]
    [InlineData(null, "2024-08-12", null)] // without the day of the conclusion nothing is claimed
    public void A_report_after_the_fourth_business_day_is_late(string? concluded, string filed, int? businessDays)
    {
        var report = NonReliance("a", filed, Year("2023-12-31"));
        var told = report with { Disclosures = [report.Disclosures[0] with { ConcludedOn = concluded is null ? null : Says(Day(concluded)) }] };
        var late = Facts(told).OnlyCase("2024-12-31").CrossChecks.Where(check => check.Kind == CrossCheckKind.LateNonRelianceReport);
        Assert.Equal(businessDays is null ? [] : [businessDays], late.Select(check => (int?)check.Days));
    }
}
