using System.Globalization;
using Filingwire.Sec.Identifiers;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Storage;
using Wire = Filingwire.Edgar.V1;

namespace Filingwire.Edgar.Api;

/// <summary>The ledger as it is answered.</summary>
internal static class LedgerProtos
{
    public static Wire.LedgerEntry ToProto(this LedgerEntry entry)
    {
        var proto = new Wire.LedgerEntry
        {
            Accession = entry.Accession,
            Filing = FilingId.TryParse(entry.Accession, out var id) ? id.ResourceName : "",
            FormType = entry.FormType,
            FirstSeen = Iso(entry.FirstSeen),
            FirstWitness = entry.FirstWitness.ToString(),
            State = ToProto(entry.State),
            Parties = { entry.Parties.Select(party =>
                new Wire.Party { Cik = party.Cik, Name = party.Name, Role = party.Role.ToString() }) },
            Items = { entry.Items ?? [] },
            Statements = { entry.Statements.Select(ToProto) },
            Versions = { (entry.Versions ?? []).Select(ToProto) },
        };
        if (entry.FiledOn is { } filed)
            proto.FiledOn = Iso(filed);
        if (entry.Acceptance is { } acceptance)
            (proto.AcceptedAt, proto.AcceptedAtSource) = (Iso(acceptance.At), acceptance.Source.ToString());
        return proto;
    }

    public static Wire.Day ToProto(this DayDocument day)
    {
        var proto = new Wire.Day
        {
            Day_ = Iso(day.Day),
            Rows = day.Rows,
            Accessions = day.Accessions,
            Misses = day.Misses,
            Unread = day.Unread,
            Followed = day.IsFollowed,
            Hole = day.HasHole,
        };
        if (day.ClosedAt is { } closed)
            proto.ClosedAt = Iso(closed);
        return proto;
    }

    public static Wire.QuarterStatus ToProto(this QuarterDocument quarter)
    {
        var proto = new Wire.QuarterStatus { Quarter = quarter.Quarter, Missing = quarter.Missing, Gone = quarter.Gone,
            Changed = quarter.Changed };
        if (quarter.ComparedAt is { } compared)
            proto.ComparedAt = Iso(compared);
        if (quarter.Backfill is { } fill)
        {
            proto.Backfill = new Wire.BackfillProgress { RequestedAt = Iso(fill.RequestedAt), LedgerOnly = fill.LedgerOnly,
                Done = fill.Done, Total = fill.Total, Rows = fill.Rows };
            if (fill.StartedAt is { } started)
                proto.Backfill.StartedAt = Iso(started);
            if (fill.DoneAt is { } done)
                proto.Backfill.DoneAt = Iso(done);
        }
        return proto;
    }

    public static AccessionState? ToState(this Wire.LedgerEntry.Types.State state) => state switch
    {
        Wire.LedgerEntry.Types.State.Announced => AccessionState.Announced,
        Wire.LedgerEntry.Types.State.Fetched => AccessionState.Fetched,
        Wire.LedgerEntry.Types.State.Extracted => AccessionState.Extracted,
        Wire.LedgerEntry.Types.State.Published => AccessionState.Published,
        Wire.LedgerEntry.Types.State.Skipped => AccessionState.Skipped,
        Wire.LedgerEntry.Types.State.Gone => AccessionState.Gone,
        _ => null,
    };

    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString(
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static Wire.LedgerEntry.Types.State ToProto(AccessionState state) => state switch
    {
        AccessionState.Announced => Wire.LedgerEntry.Types.State.Announced,
        AccessionState.Fetched => Wire.LedgerEntry.Types.State.Fetched,
        AccessionState.Extracted => Wire.LedgerEntry.Types.State.Extracted,
        AccessionState.Published => Wire.LedgerEntry.Types.State.Published,
        AccessionState.Skipped => Wire.LedgerEntry.Types.State.Skipped,
        _ => Wire.LedgerEntry.Types.State.Gone,
    };

    private static Wire.Statement ToProto(Statement said) => new()
    {
        Witness = said.Witness.ToString(),
        FormType = said.FormType,
        FiledOn = Iso(said.FiledOn),
        FirstAt = Iso(said.FirstAt),
        LastAt = Iso(said.LastAt),
    };

    private static Wire.Version ToProto(ContentVersion version)
    {
        var proto = new Wire.Version { Sha256 = version.Sha256, Refusal = version.Refusal ?? "" };
        if (version.FetchedAt is { } fetched)
            proto.FetchedAt = Iso(fetched);
        if (version.Bytes is { } bytes)
            proto.Bytes = bytes;
        if (version.ReleasedOn is { } released)
            proto.ReleasedOn = Iso(released);
        if (version.ExtractedAt is { } extracted)
            proto.ExtractedAt = Iso(extracted);
        if (version.PublishedAt is { } published)
            proto.PublishedAt = Iso(published);
        return proto;
    }
}
