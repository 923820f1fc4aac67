using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Codes;
using Filingwire.Store;

namespace Filingwire.Restatement.Storage;

/// <summary>
/// Keeps the rows by which cases are listed. They are written after the issuer and carry its version: written again after a crash they are
/// the same, and an older writer cannot overwrite a newer one.
/// </summary>
internal sealed class CaseRows(DocumentCollection<LateFilingRow> lateFilings, DocumentCollection<RestatementRow> restatements)
{
    /// <summary>Brings the rows to a version of the issuer. Cases of the version before that are gone are marked so.</summary>
    public async Task WriteAsync(Versioned<IssuerDocument> issuer, IssuerView? before, IssuerView now, CancellationToken cancellation)
    {
        var late = now.LateFilings.Select(found => Row(issuer, found)).ToList();
        late.AddRange((before?.LateFilings ?? []).Where(was => late.TrueForAll(row => row.Key != was.Key.Text)).Select(was => Row(issuer, was) with { State = null }).ToList());
        await WriteAsync(lateFilings, late, row => $"{row.Issuer}.{row.Key}", row => row.IssuerVersion, cancellation);
        var cases = now.Restatements.Select(found => Row(issuer, found)).ToList();
        cases.AddRange((before?.Restatements ?? []).Where(was => cases.TrueForAll(row => row.Key != was.Key)).Select(was => Row(issuer, was) with { State = null }).ToList());
        await WriteAsync(restatements, cases, row => $"{row.Issuer}.{row.Key}", row => row.IssuerVersion, cancellation);
    }

    /// <summary>Late filings by row, newest period first.</summary>
    public Task<Page<LateFilingRow>> ListAsync(LateFilingFilter filter, int pageSize, string pageToken, CancellationToken cancellation)
    {
        var query = DocumentQuery.All.WhereAny("state", Any(filter.StoredStates(), Enum.GetValues<LateFilingState>().Select(code => code.Camel())))
            .WhereAny("report", filter.Reports)
            .WhereAny("severity", filter.Severities);
        query = Within(Within(query, "periodEnd", filter.PeriodEndFrom, filter.PeriodEndTo), "openedOn", filter.OpenedFrom, filter.OpenedTo);
        if (filter.Issuer is { } issuer)
            query = query.Where("issuer", issuer);
        return lateFilings.QueryAsync(query.OrderByDescending("periodEnd").Page(pageSize, pageToken), cancellation);
    }

    /// <summary>Restatement cases by row, newest first.</summary>
    public Task<Page<RestatementRow>> ListAsync(RestatementFilter filter, int pageSize, string pageToken, CancellationToken cancellation)
    {
        var query = DocumentQuery.All.WhereAny("state", Any(filter.States, Enum.GetValues<RestatementState>().Select(code => code.Camel())))
            .WhereAny("magnitude", filter.Magnitudes)
            .WhereAny("areas", filter.Areas)
            .WhereAny("forms", filter.Forms);
        query = Within(query, "openedOn", filter.OpenedFrom, filter.OpenedTo);
        if (filter.PeriodEndFrom is { } from)
            query = query.AtLeast("lastPeriodEnd", from);
        if (filter.PeriodEndTo is { } to)
            query = query.AtMost("firstPeriodEnd", to);
        if (filter.Issuer is { } issuer)
            query = query.Where("issuer", issuer);
        return restatements.QueryAsync(query.OrderByDescending("openedOn").Page(pageSize, pageToken), cancellation);
    }

    private static IReadOnlyList<string> Any(IReadOnlyList<string> wanted, IEnumerable<string> all) => wanted.Count > 0 ? wanted : [.. all];

    private static DocumentQuery Within(DocumentQuery query, string field, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            query = query.AtLeast(field, first);
        return to is { } last ? query.AtMost(field, last) : query;
    }

    private static async Task WriteAsync<T>(DocumentCollection<T> rows, List<T> wanted, Func<T, string> id, Func<T, long> version, CancellationToken cancellation)
        where T : class
    {
        if (wanted.Count > 0)
            await OptimisticWriting.RepeatAsync(
                "rows",
                id(wanted[0]),
                async () =>
                {
                    var stored = await rows.GetManyAsync([.. wanted.Select(id)], cancellation);
                    wanted.RemoveAll(row => stored.TryGetValue(id(row), out var known) && version(known.Value) >= version(row));
                    var saved = await rows.SaveAllAsync([.. wanted.Select(row => new Change<T>(id(row), stored.GetValueOrDefault(id(row))?.Version ?? 0, row, []))], cancellation);
                    wanted = [.. wanted.Where((_, i) => !saved[i])];
                    return (wanted.Count == 0, true);
                },
                cancellation);
    }

    private static LateFilingRow Row(Versioned<IssuerDocument> issuer, LateFilingCase found) => new(
        issuer.Id, issuer.Version, found.Key.Text, found.State.Camel(), found.Key.Report, found.Key.PeriodEnd, found.Severity.Camel(), found.OpenedOn);

    private static RestatementRow Row(Versioned<IssuerDocument> issuer, RestatementCase found) => new(
        issuer.Id, issuer.Version, found.Key, found.State.Camel(), found.Magnitude.Camel(), [.. found.Areas.Select(area => area.Kebab())],
        [.. found.Disclosures.Select(disclosure => disclosure.Filing.FormType).Distinct(StringComparer.Ordinal)],
        found.Periods.Min(period => (DateOnly?)period.End), found.Periods.Max(period => (DateOnly?)period.End), found.OpenedOn);
}

/// <summary>Which late filings; empty lists and nulls match all.</summary>
internal sealed record LateFilingFilter(
    string? Issuer, IReadOnlyList<string> States, IReadOnlyList<string> Reports, IReadOnlyList<string> Severities,
    DateOnly? PeriodEndFrom, DateOnly? PeriodEndTo, DateOnly? OpenedFrom, DateOnly? OpenedTo)
{
    private static readonly string Noticed = LateFilingState.Noticed.Camel(), Excused = LateFilingState.Excused.Camel(), Lapsed = LateFilingState.Lapsed.Camel();

    /// <summary>The states asked for, and those that become one of them by the passing of time alone.</summary>
    public IReadOnlyList<string> StoredStates() =>
        [.. States.Concat(States.Contains(Excused) ? [Noticed] : []).Concat(States.Contains(Lapsed) ? [Noticed, Excused] : []).Distinct(StringComparer.Ordinal)];

    /// <summary>True when a case in the state is asked for.</summary>
    public bool Wants(LateFilingState state) => States.Count == 0 || States.Contains(state.Camel());
}

/// <summary>Which restatement cases; empty lists and nulls match all.</summary>
internal sealed record RestatementFilter(
    string? Issuer, IReadOnlyList<string> States, IReadOnlyList<string> Magnitudes, IReadOnlyList<string> Areas, IReadOnlyList<string> Forms,
    DateOnly? PeriodEndFrom, DateOnly? PeriodEndTo, DateOnly? OpenedFrom, DateOnly? OpenedTo);
