using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Restatement.V1;
using Filingwire.Store;
using static Filingwire.Integration.Restatement.Wire;

namespace Filingwire.Integration.Restatement;

public sealed class When_cases_are_listed
{
    private static async Task<RestatementParts> Filled()
    {
        var parts = await RestatementParts.OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            var year = 2014 + i;
            await parts.TakeAsync(Notice($"n{i}", $"{4000 + i % 3}", $"{year}-08-14", "10-Q", $"{year}-06-30"));
            if (i % 2 == 0)
                await parts.TakeAsync(Report($"r{i}", $"{4000 + i % 3}", $"{year}-08-15", "10-Q", $"{year}-06-30"));
            await parts.TakeAsync(NonReliance($"k{i}", $"{4000 + i % 3}", $"{year}-05-02", i < 4 ? AreaFinding.Types.Area.Revenue : AreaFinding.Types.Area.Lease, $"{year - 1}-12-31"));
        }
        return parts;
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_period_first_even_when_a_case_arrives_between()
    {
        await using var parts = await Filled();
        List<string> periods = [];
        var request = new ListLateFilingsRequest { PageSize = 3 };
        do
        {
            var page = await parts.Service.ListLateFilings(request, Calls.Context);
            periods.AddRange(page.LateFilings.Select(late => late.PeriodEnd));
            request.PageToken = page.NextPageToken;
            if (periods.Count == 3)
                await parts.TakeAsync(Notice("new", "4711", "2025-08-14", "10-Q", "2025-06-30"));
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{2023 - i}-06-30"), periods);
    }

    [Fact]
    public async Task Late_filings_are_filtered_by_state_issuer_report_and_time()
    {
        await using var parts = await Filled();
        Assert.Equal(5, await Count(new ListLateFilingsRequest { States = { LateFiling.Types.State.CuredInTime } }));
        // Nothing was swept; by the day of the question the extensions are over.
        Assert.Equal(5, await Count(new ListLateFilingsRequest { States = { LateFiling.Types.State.Lapsed } }));
        Assert.Equal(0, await Count(new ListLateFilingsRequest { States = { LateFiling.Types.State.Excused, LateFiling.Types.State.Noticed } }));
        Assert.Equal(4, await Count(new ListLateFilingsRequest { Issuer = "issuers/4000" }));
        Assert.Equal(0, await Count(new ListLateFilingsRequest { ReportTypes = { "10-K" } }));
        Assert.Equal(3, await Count(new ListLateFilingsRequest { PeriodEndFrom = "2015-06-30", PeriodEndTo = "2017-06-30" }));
        Assert.Equal(2, await Count(new ListLateFilingsRequest { OpenedFrom = "2022-08-14", OpenedTo = "2023-08-14" }));
        Assert.Equal(0, await Count(new ListLateFilingsRequest { Severities = { NoticeSeverity.High } }));

        async Task<int> Count(ListLateFilingsRequest request) => (await parts.Service.ListLateFilings(request, Calls.Context)).LateFilings.Count;
    }

    [Theory]
    // Due 2024-08-14, extension until 08-19. Midnight in the east; the sweep has not looked yet, then it has.
    [InlineData("2024-08-14T16:00:00Z", LateFiling.Types.State.Noticed)]
    [InlineData("2024-08-15T04:00:01Z", LateFiling.Types.State.Excused)]
    [InlineData("2024-08-20T03:59:59Z", LateFiling.Types.State.Excused)]
    [InlineData("2024-08-20T04:00:01Z", LateFiling.Types.State.Lapsed)]
    public async Task List_Get_and_status_say_the_same_at_every_moment(string moment, LateFiling.Types.State state)
    {
        await using var parts = await RestatementParts.OpenAsync();
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 14, 15, 0, 0, TimeSpan.Zero));
        await parts.TakeAsync(Notice("n1", "1001", "2024-08-14", "10-Q", "2024-06-30", statedDue: "2024-08-14"));
        parts.Time.MoveTo(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        for (var swept = 0; swept < 2; swept++)
        {
            var listed = Assert.Single((await parts.Service.ListLateFilings(new ListLateFilingsRequest { States = { state } }, Calls.Context)).LateFilings);
            Assert.Equal(state, listed.State);
            foreach (var other in Enum.GetValues<LateFiling.Types.State>().Where(other => other != state && other != LateFiling.Types.State.Unspecified))
                Assert.Empty((await parts.Service.ListLateFilings(new ListLateFilingsRequest { States = { other } }, Calls.Context)).LateFilings);
            Assert.Equal(listed, (await parts.Service.GetLateFiling(new GetLateFilingRequest { Name = listed.Name }, Calls.Context)).LateFiling);
            Assert.Equal(listed, (await parts.Service.GetLateFiling(new GetLateFilingRequest { Name = listed.Name, AsOf = listed.AsOf }, Calls.Context)).LateFiling);
            Assert.Equal(listed, Assert.Single((await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = "issuers/1001" }, Calls.Context)).Status.Outstanding));
            await parts.NewSweep().SweepAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_report_that_was_not_seen_is_listed_apart_from_what_is_late()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Report("r1", "1001", "2024-03-29", "10-K", "2023-12-31"));
        await parts.TakeAsync(Report("r2", "1001", "2024-05-14", "10-Q", "2024-03-31"));
        parts.Time.MoveTo(new DateTimeOffset(2024, 8, 16, 4, 0, 1, TimeSpan.Zero));
        Assert.Empty((await parts.Service.ListLateFilings(new ListLateFilingsRequest(), Calls.Context)).LateFilings);
        Assert.Equal(1, await parts.NewSweep().SweepAsync(TestContext.Current.CancellationToken));
        var listed = Assert.Single((await parts.Service.ListLateFilings(new ListLateFilingsRequest { States = { LateFiling.Types.State.NotSeen } }, Calls.Context)).LateFilings);
        Assert.Equal(("10-Q", "2024-06-30"), (listed.ReportType, listed.PeriodEnd));
        Assert.Empty((await parts.Service.ListLateFilings(new ListLateFilingsRequest { States = { LateFiling.Types.State.Lapsed } }, Calls.Context)).LateFilings);
        var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = "issuers/1001" }, Calls.Context)).Status;
        Assert.Equal((0, 0, 1), (status.Outstanding.Count, status.LateInTwelveMonths, status.NotSeen.Count));
        Assert.Equal(listed, status.NotSeen[0]);
        Assert.Contains(status.Reasons, reason => reason.Code == "not-seen" && reason.Evidence.Count == 2);
        Assert.Equal(0, await parts.NewSweep().SweepAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Non_reliance_of_periods_that_are_not_understood_is_in_the_status()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(NonReliance("k1", "1001", "2024-05-02", AreaFinding.Types.Area.Revenue));
        var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = "issuers/1001" }, Calls.Context)).Status;
        Assert.Equal(("2024-05-02", 1), (Assert.Single(status.NonRelianceOfUnknownPeriods).Since, status.OpenCases.Count));
        Assert.Empty(status.NonReliance);
        Assert.True(status.OpenCases[0].PeriodsUnknown);
    }

    [Fact]
    public async Task Restatement_cases_are_filtered_by_state_area_form_and_period()
    {
        await using var parts = await Filled();
        Assert.Equal(10, await Count(new ListRestatementCasesRequest { States = { RestatementCase.Types.State.Open } }));
        Assert.Equal(0, await Count(new ListRestatementCasesRequest { States = { RestatementCase.Types.State.Closed } }));
        Assert.Equal(4, await Count(new ListRestatementCasesRequest { Areas = { AreaFinding.Types.Area.Revenue } }));
        Assert.Equal(10, await Count(new ListRestatementCasesRequest { FormTypes = { "8-K" } }));
        Assert.Equal(2, await Count(new ListRestatementCasesRequest { PeriodEndFrom = "2014-12-31", PeriodEndTo = "2015-12-31" }));
        Assert.Equal(10, await Count(new ListRestatementCasesRequest { Magnitudes = { RestatementCase.Types.Magnitude.Reissuance } }));

        async Task<int> Count(ListRestatementCasesRequest request) => (await parts.Service.ListRestatementCases(request, Calls.Context)).RestatementCases.Count;
    }

    [Theory]
    [InlineData("cik-1", "", "ISSUER_NAME_MALFORMED")]
    [InlineData("", "2024-8-1", "DATE_MALFORMED")]
    [InlineData("", "9999-12-31", "DATE_MALFORMED")]
    public async Task Wrong_requests_are_refused_with_a_reason(string issuer, string from, string reason)
    {
        await using var parts = await RestatementParts.OpenAsync();
        var request = new ListLateFilingsRequest { Issuer = issuer };
        if (from.Length > 0)
            request.PeriodEndFrom = from;
        var refused = await Assert.ThrowsAsync<RequestException>(() => parts.Service.ListLateFilings(request, Calls.Context));
        Assert.Equal((ErrorKind.Invalid, reason), (refused.Error.Kind, refused.Error.Reason));
    }

    [Fact]
    public async Task A_negative_page_is_refused()
    {
        await using var parts = await RestatementParts.OpenAsync();
        var refused = await Assert.ThrowsAsync<QueryException>(() => parts.Service.ListLateFilings(new ListLateFilingsRequest { PageSize = -1 }, Calls.Context));
        Assert.Equal("PAGE_SIZE_NEGATIVE", refused.Reason);
    }

    [Fact]
    public async Task A_state_that_is_none_is_refused()
    {
        await using var parts = await RestatementParts.OpenAsync();
        var refused = await Assert.ThrowsAsync<RequestException>(() => parts.Service.ListLateFilings(new ListLateFilingsRequest { States = { LateFiling.Types.State.Unspecified } }, Calls.Context));
        Assert.Equal("FILTER_VALUE_UNKNOWN", refused.Error.Reason);
        refused = await Assert.ThrowsAsync<RequestException>(() => parts.Service.ListRestatementCases(new ListRestatementCasesRequest { Magnitudes = { (RestatementCase.Types.Magnitude)9 } }, Calls.Context));
        Assert.Equal("FILTER_VALUE_UNKNOWN", refused.Error.Reason);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_missing_issuer_is_unknown_not_an_error()
    {
        await using var parts = await RestatementParts.OpenAsync();
        var late = await Assert.ThrowsAsync<RequestException>(() => parts.Service.GetLateFiling(new GetLateFilingRequest { Name = "lateFilings/1.10-q.2024-06-30" }, Calls.Context));
        Assert.Equal("LATE_FILING_NOT_FOUND", late.Error.Reason);
        var found = await Assert.ThrowsAsync<RequestException>(() => parts.Service.GetRestatementCase(new GetRestatementCaseRequest { Name = "restatementCases/1.k1.1" }, Calls.Context));
        Assert.Equal("RESTATEMENT_CASE_NOT_FOUND", found.Error.Reason);
        Assert.False((await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = "issuers/1" }, Calls.Context)).Status.Known);
    }
}
