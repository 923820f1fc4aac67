using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Wire = Filingwire.Types.V1;

namespace Filingwire.Ownership.Api;

/// <summary>Values, dates and parties → wire. Numbers keep the digits they were read with.</summary>
internal static class ValueMapping
{
    public static string ToWire(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string ToWire(this decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that was computed: without trailing zeros.</summary>
    public static string ToPlain(this decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    public static Wire.Evidence ToWire(this Evidence source) => new()
    {
        AsWritten = source.AsWritten,
        Span = source is { Start: { } start, End: { } end } ? new Wire.ByteSpan { Start = start, End = end } : null,
        Rule = source.Rule,
        Confidence = source.Confidence,
    };

    public static Wire.TextValue? ToWire(this Reading<string?>? reading)
    {
        if (reading is null)
            return null;
        var value = new Wire.TextValue { Evidence = reading.Source.ToWire(), FootnoteIds = { reading.FootnoteIds } };
        if (reading.Value is { } text)
            value.Value = text;
        return value;
    }

    public static Wire.DecimalValue? ToWire(this Reading<decimal?>? reading)
    {
        if (reading is null)
            return null;
        var value = new Wire.DecimalValue { Evidence = reading.Source.ToWire(), FootnoteIds = { reading.FootnoteIds } };
        if (reading.Value is { } number)
            value.Value = number.ToWire();
        return value;
    }

    public static Wire.DateValue? ToWire(this Reading<DateOnly?>? reading)
    {
        if (reading is null)
            return null;
        var value = new Wire.DateValue { Evidence = reading.Source.ToWire(), FootnoteIds = { reading.FootnoteIds } };
        if (reading.Value is { } date)
            value.Value = date.ToWire();
        return value;
    }

    public static Wire.BoolValue? ToWire(this Reading<bool?>? reading)
    {
        if (reading is null)
            return null;
        var value = new Wire.BoolValue { Evidence = reading.Source.ToWire(), FootnoteIds = { reading.FootnoteIds } };
        if (reading.Value is { } flag)
            value.Value = flag;
        return value;
    }

    public static V1.FilingDate ToWire(this Ledger.Facts.FilingDate filed)
    {
        var wire = new V1.FilingDate
        {
            Basis = filed.Basis switch
            {
                FilingDateBasis.FiledOn => V1.FilingDate.Types.Basis.FiledOn,
                FilingDateBasis.AcceptedAt => V1.FilingDate.Types.Basis.AcceptedAt,
                FilingDateBasis.Signature => V1.FilingDate.Types.Basis.Signature,
                _ => V1.FilingDate.Types.Basis.Unspecified,
            },
        };
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
