using Filingwire.Contracts.Events;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.V1;
using static Filingwire.Integration.Restatement.Wire;

namespace Filingwire.Integration.Restatement;

/// <summary>A provisional issuer proves to be a CIK: its filings come again under the new key, in any order.</summary>
public sealed class When_an_issuer_is_identified
{
    private const string Provisional = "n-example";
    private const string Identified = "1001";

    private static Filing First(int generation, string issuer)
    {
        var filing = Notice("n1", issuer, "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14");
        filing.Generation = generation;
        return filing;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_cases_move_and_old_names_lead_to_them(bool newsFirst)
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Report("r0", Identified, "2024-05-10", "10-Q", "2024-03-31"));
        if (!newsFirst)
            await parts.TakeAsync(First(1, Provisional));
        await parts.TakeAsync(First(2, Identified), previousIssuer: "issuers/" + Provisional);
        if (newsFirst)
            await parts.TakeAsync(First(1, Provisional));

        foreach (var key in new[] { Provisional, Identified })
        {
            var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = "issuers/" + key, AsOf = "2024-08-15" }, Calls.Context)).Status;
            Assert.Equal("issuers/" + Identified, status.Issuer);
            Assert.Equal(["issuers/" + Provisional], status.AlsoKnownAs);
            Assert.Equal("lateFilings/1001.10-q.2024-06-30", Assert.Single(status.Outstanding).Name);
        }
        var byOldName = (await parts.Service.GetLateFiling(new GetLateFilingRequest { Name = "lateFilings/n-example.10-q.2024-06-30", AsOf = "2024-08-15" }, Calls.Context)).LateFiling;
        Assert.Equal("lateFilings/1001.10-q.2024-06-30", byOldName.Name);
        Assert.Equal("lateFilings/1001.10-q.2024-06-30", Assert.Single((await parts.Service.ListLateFilings(new ListLateFilingsRequest(), Calls.Context)).LateFilings).Name);
        if (!newsFirst)
            Assert.Equal("issuers/" + Identified, Assert.Single(await parts.EventsAsync<LateFilingChanged>(), e => e.After is null).MovedTo);
    }

    [Fact]
    public async Task A_filing_that_gets_its_accession_number_replaces_what_was_known_by_its_bytes()
    {
        await using var parts = await RestatementParts.OpenAsync();
        var bytes = "sha256-" + new string('a', 64);
        await parts.TakeAsync(Notice(bytes, Identified, "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        await parts.TakeAsync(Notice("0001104659-24-000001", Identified, "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"), replaces: "filings/" + bytes);
        await parts.TakeAsync(Notice(bytes, Identified, "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        var late = Assert.Single((await parts.Service.ListLateFilings(new ListLateFilingsRequest(), Calls.Context)).LateFilings);
        Assert.Equal("filings/0001104659-24-000001", Assert.Single(late.Notices).Filing.Filing);
    }
}
