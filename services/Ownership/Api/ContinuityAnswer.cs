using Filingwire.Contracts.Evidence;
using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Wire = Filingwire.Ownership.V1;

namespace Filingwire.Ownership.Api;

/// <summary>Answers CheckContinuity.</summary>
internal sealed class ContinuityAnswer(OwnershipStore store, OwnerLookup owners)
{
    public async Task<CheckContinuityResponse> AnswerAsync(CheckContinuityRequest request, CancellationToken cancellation)
    {
        if (Requests.Issuer(request.Issuer) is not { } issuer || Requests.Owner(request.Owner) is not { } asked)
            throw RequestException.Invalid("FILTER_MISSING", "owner", "Name an issuer and an owner.");
        var owner = await owners.ResolveAsync(issuer, asked, cancellation);
        var reports = await store.ReportsAsync(issuer, owner, cancellation);
        var response = new CheckContinuityResponse();
        foreach (var filings in reports.Reports.GroupBy(report => report.Issuer).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
            response.Chains.AddRange(Continuity.Of(IssuerLedger.Fold(filings), owner).Select(ToWire));
        response.Breaks = response.Chains.Sum(chain => chain.Steps.Count(step => step.Verdict == Wire.ContinuityStep.Types.Verdict.Break));
        return response;
    }

    private static Wire.ContinuityChain ToWire(Ledger.Positions.ContinuityChain chain)
    {
        var last = chain.Steps[^1].Row;
        var wire = new Wire.ContinuityChain
        {
            Issuer = last.Report.Issuer.ResourceName,
            Owner = chain.Owner.ResourceName,
            Table = chain.Lot.Table,
            SecurityTitle = last.Row.SecurityTitle?.Value ?? "",
            Steps = { chain.Steps.Select(ToWire) },
        };
        if (last.Row.DirectOrIndirect?.Value is { } form)
            wire.DirectOrIndirect = form;
        if (chain.Lot.Indirect == true && Lot.NatureOf(last.Report, last.Row) is { } nature)
            wire.NatureOfOwnership = nature;
        return wire;
    }

    private static Wire.ContinuityStep ToWire(Ledger.Positions.ContinuityStep step)
    {
        var wire = new Wire.ContinuityStep
        {
            Verdict = step.Verdict switch
            {
                ContinuityVerdict.Consistent => Wire.ContinuityStep.Types.Verdict.Consistent,
                ContinuityVerdict.First => Wire.ContinuityStep.Types.Verdict.First,
                ContinuityVerdict.Break => Wire.ContinuityStep.Types.Verdict.Break,
                _ => Wire.ContinuityStep.Types.Verdict.NotComparable,
            },
            Transaction = step.Row.Key.ResourceName,
            PreviousTransaction = step.Before?.Key.ResourceName ?? "",
        };
        if (step.Row.StateDate is { } date)
            wire.Date = date.ToWire();
        if (step.Previous is { } previous)
            wire.Previous = previous.ToPlain();
        if (step.Change is { } change)
            wire.Change = change.ToPlain();
        if (step.Next is { } next)
            wire.Next = next.ToPlain();
        if (step.Difference is { } difference)
            wire.Difference = difference.ToPlain();
        if (step.Split is { } split)
            wire.LooksLikeSplit = split;
        return wire;
    }
}
