using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Api;

/// <summary>Computed numbers, filing dates and parties → wire.</summary>
internal static class ValueMapping
{
    /// <summary>A number that was computed: without trailing zeros.</summary>
    public static string ToPlain(this decimal number)
    {
        var text = number.ToWire();
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    public static V1.FilingDate ToWire(this Sec.Calendar.FilingDate filed)
    {
        var wire = new V1.FilingDate { Basis = filed.Basis.ToOwnership() };
        if (filed.Date is { } date)
            wire.Date = date.ToWire();
        return wire;
    }

    /// <summary>The owners of a filing under their resolved keys.</summary>
    public static IEnumerable<ReportingPerson> ToWire(this OwnershipReport report, IReadOnlyList<OwnerKey> resolved, bool withAddresses) =>
        report.Owners.Select(owner => report.ToWire(
            owner, resolved.Contains(owner.Key) || report.Owners.Count != resolved.Count ? owner.Key : resolved[IndexOf(report, owner)], withAddresses));

    public static ReportingPerson ToWire(this OwnershipReport report, ReportedOwner owner, OwnerKey key, bool withAddress)
    {
        var person = new ReportingPerson { Owner = key.ResourceName, Name = owner.Name, IsIssuer = report.IsIssuer(key) };
        if (owner.IsDirector is { } director)
            person.IsDirector = director;
        if (owner.IsOfficer is { } officer)
            person.IsOfficer = officer;
        if (owner.IsTenPercentOwner is { } tenPercent)
            person.IsTenPercentOwner = tenPercent;
        if (owner.IsOther is { } other)
            person.IsOther = other;
        if (owner.OfficerTitle is { } title)
            person.OfficerTitle = title;
        if (owner.OtherText is { } text)
            person.OtherText = text;
        if (withAddress && owner.Address is { } address)
            person.Address = address;
        return person;
    }

    private static int IndexOf(OwnershipReport report, ReportedOwner owner)
    {
        for (var i = 0; i < report.Owners.Count; i++)
            if (ReferenceEquals(report.Owners[i], owner))
                return i;
        return 0;
    }
}
