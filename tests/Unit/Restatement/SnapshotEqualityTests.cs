using System.Reflection;
using Filingwire.Contracts.Events;
using Filingwire.Restatement.Issuers;

namespace Filingwire.Unit.Restatement;

public sealed class SnapshotEqualityTests
{
    private static LateFilingSnapshot Late() => new() { Name = "lateFilings/1.10-q.2024-06-30", State = "noticed", Severity = "routine", Notices = ["filings/n1"], Reasons = ["personnel"], CrossChecks = ["late-notice"] };

    private static RestatementSnapshot Restatement() => new()
    {
        Name = "restatementCases/1.k1.1",
        State = "open",
        Magnitude = "reissuance",
        Periods = [new RestatementPeriod { PeriodEnd = new DateOnly(2023, 12, 31), Kind = "annual" }],
        Areas = ["lease"],
        Disclosures = ["filings/k1"],
        ExpectedFilings = ["10-K/A"],
        CrossChecks = ["late-non-reliance-report"],
    };

    [Fact]
    public void Snapshots_that_say_the_same_are_the_same()
    {
        Assert.True(SnapshotEquality.Same(Late(), Late()));
        Assert.True(SnapshotEquality.Same(Restatement(), Restatement()));
        Assert.True(SnapshotEquality.Same((LateFilingSnapshot?)null, null));
        Assert.False(SnapshotEquality.Same(Late(), null));
        Assert.False(SnapshotEquality.Same(null, Restatement()));
    }

    [Fact]
    public void A_difference_in_any_property_is_one()
    {
        foreach (var property in typeof(LateFilingSnapshot).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            Assert.False(SnapshotEquality.Same(Late(), Changed(Late(), property)), property.Name);
        foreach (var property in typeof(RestatementSnapshot).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            Assert.False(SnapshotEquality.Same(Restatement(), Changed(Restatement(), property)), property.Name);
    }

    private static T Changed<T>(T snapshot, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object other = type == typeof(string) ? "other"
            : type == typeof(bool) ? true
            : type == typeof(int) ? 7
            : type == typeof(DateOnly) ? new DateOnly(2024, 8, 14)
            : type == typeof(IReadOnlyList<string>) ? new[] { "other" }
            : new[] { new RestatementPeriod { PeriodEnd = new DateOnly(2022, 12, 31), Kind = "annual" } };
        property.SetValue(snapshot, other);
        return snapshot;
    }
}
