using Filingwire.Contracts.Evidence;
using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Api;

/// <summary>Answers GetOwner: names and roles over time, by issuer, from entry to exit.</summary>
internal sealed class OwnerAnswer(OwnershipStore store, OwnerLookup owners)
{
    public async Task<GetOwnerResponse> AnswerAsync(GetOwnerRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var asked = Requests.Owner(request.Name, "name") ?? throw RequestException.Invalid("OWNER_MALFORMED", "name", "Name an owner.");
        var owner = await owners.ResolveAsync(null, asked, cancellation);
        var documents = (await store.ReportsAsync(null, owner, cancellation)).Documents.Select(document => document.Value)
            .Where(document => document.OwnerKeys.Contains(owner)).ToList();
        if (documents.Count == 0)
            throw RequestException.NotFound("OWNER_NOT_FOUND", request.Name);
        documents.Sort((left, right) => FilingOrder.Compare(right.Report, left.Report));
        var named = documents.ConvertAll(document => (document.Report, Person: Person(document, owner)));
        return new GetOwnerResponse
        {
            Name = owner.ResourceName,
            FiledNames = { named.Select(x => x.Person.Name).Distinct() },
            AlsoKnownAs =
            {
                named.SelectMany(x => new[] { x.Person.Key, x.Person.NameKey }).OfType<OwnerKey>().Where(key => key != owner)
                    .Select(key => key.ResourceName).Distinct().Order(StringComparer.Ordinal),
            },
            Tenures = { named.GroupBy(x => x.Report.Issuer).Select(tenure => ToWire(owner, [.. tenure], withAddresses)) },
        };
    }

    private static ReportedOwner Person(ReportDocument document, OwnerKey owner)
    {
        var reported = document.Report.Owners;
        return reported.FirstOrDefault(person => person.Key == owner)
            ?? (document.OwnerKeys.Count == reported.Count ? reported[document.OwnerKeys.ToList().IndexOf(owner)] : reported[0]);
    }

    /// <summary>Entry by the earliest Form 3; exit when the latest report ticks the box. Newest first.</summary>
    private static InsiderTenure ToWire(OwnerKey owner, List<(OwnershipReport Report, ReportedOwner Person)> tenure, bool withAddresses)
    {
        var (latest, first) = (tenure[0], tenure[^1]);
        var wire = new InsiderTenure
        {
            Issuer = latest.Report.Issuer.ResourceName,
            IssuerName = latest.Report.IssuerName,
            Latest = latest.Report.ToWire(latest.Person, owner, withAddresses),
            FirstFilingDate = first.Report.Filed.ToWire(),
            LatestFilingDate = latest.Report.Filed.ToWire(),
            Filings = tenure.Count,
        };
        if (tenure.FindLast(x => x.Report.Form == ReportForm.Form3).Report is { } entry)
        {
            wire.EntryFiling = entry.Filing.ResourceName;
            if (entry.PeriodOfReport is { } entered)
                wire.EnteredOn = entered.ToWire();
        }
        if (latest.Report.NotSubjectToSection16 == true)
        {
            wire.ExitFiling = latest.Report.Filing.ResourceName;
            if (latest.Report.PeriodOfReport is { } exited)
                wire.ExitedOn = exited.ToWire();
        }
        return wire;
    }
}
