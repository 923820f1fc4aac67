using Filingwire.Contracts.Events;
using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Restatement.V1;

namespace Filingwire.Integration.Restatement;

/// <summary>
/// The Form 12b-25 of the project's samples, read by Extraction's parser and folded on a real store. The expectations were worked out by hand
/// from the document and the SEC's calendar.
/// </summary>
public sealed class Given_the_seed_notice
{
    private const string Issuer = "issuers/n-cellectar-biosciences";

    [Fact]
    public async Task The_status_says_when_it_was_due_what_may_not_be_relied_on_and_what_is_missing()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Seed());
        var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = Issuer, AsOf = "2024-08-15" }, Calls.Context)).Status;

        Assert.True(status.Known);
        Assert.Equal("Cellectar Biosciences, Inc.", status.IssuerName, ignoreCase: true);
        var late = Assert.Single(status.Outstanding);
        Assert.Equal("lateFilings/n-cellectar-biosciences.10-q.2024-06-30", late.Name);
        Assert.Equal(("2024-08-14", "2024-08-15", "2024-08-19"), (late.Deadlines.Supported.DueDate, late.Deadlines.Supported.NoticeDueDate, late.Deadlines.Supported.DeemedTimelyUntil));
        Assert.Equal(FilerStatus.NonAccelerated, late.Deadlines.Supported.FilerStatus);
        Assert.True(late.ExpectsToMissExtension);
        Assert.Equal(NoticeSeverity.High, late.Severity);
        var notice = Assert.Single(late.Notices);
        Assert.Equal(("2024-08-14", DateBasis.Signed, true), (notice.Filing.Date, notice.Filing.DateBasis, notice.InTime));
        Assert.Contains(late.Reasons, reason => reason.Code == "signature-date-stands-in");
        Assert.Contains(late.Reasons, reason => reason.Code == "extension-will-be-missed" && reason.Evidence[0].Evidence.AsWritten.Contains("does not anticipate filing", StringComparison.Ordinal));

        Assert.Equal(
            ["2022-12-31 Annual", "2023-03-31 Interim", "2023-06-30 Interim", "2023-09-30 Interim", "2023-12-31 Annual", "2024-03-31 Interim"],
            status.NonReliance.Select(period => $"{period.PeriodEnd} {period.Kind}"));
        var open = Assert.Single(status.OpenCases);
        Assert.Equal(RestatementCase.Types.Magnitude.Reissuance, open.Magnitude);
        Assert.Contains(AreaFinding.Types.Area.WarrantsAndEmbeddedDerivatives, open.Areas);
        var expected = Assert.Single(open.ExpectedFilings, filing => filing.FormType == "8-K");
        Assert.Equal("2024-08-09", expected.Date);
    }

    [Theory]
    [InlineData("2024-08-13", false, 0)]
    [InlineData("2024-08-14", true, 1)]
    public async Task Before_the_notice_nothing_was_known(string asOf, bool known, int outstanding)
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Seed());
        var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = Issuer, AsOf = asOf }, Calls.Context)).Status;
        Assert.Equal((known, outstanding), (status.Known, status.Outstanding.Count));
    }

    [Fact]
    public async Task The_timeline_runs_from_the_notice_to_the_end_of_the_extension()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Seed());
        var entries = (await parts.Service.GetTimeline(new GetTimelineRequest { Issuer = Issuer, AsOf = "2024-08-20" }, Calls.Context)).Entries;
        Assert.Equal(
            ["2024-08-14 due-date", "2024-08-14 non-reliance-disclosed", "2024-08-14 notice-filed", "2024-08-20 deadline-passed"],
            entries.Where(entry => entry.Kind != "extension-ends").Select(entry => $"{entry.Date} {entry.Kind}").Order(StringComparer.Ordinal));
        Assert.Equal(entries.Select(entry => entry.Date).Order(StringComparer.Ordinal), entries.Select(entry => entry.Date));
    }

    [Fact]
    public async Task The_same_filing_twice_changes_nothing()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Seed());
        var events = await parts.EventsAsync();
        Assert.Equal([nameof(LateFilingNotified), nameof(RestatementCaseOpened)], events.Select(e => e.GetType().Name));
        await parts.TakeAsync(Seed());
        Assert.Equal(events.Count, (await parts.EventsAsync()).Count);
    }

    [Fact]
    public async Task The_case_carries_the_look_back_window_and_says_that_Ownership_is_silent()
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Seed());
        var listed = Assert.Single((await parts.Service.ListRestatementCases(new ListRestatementCasesRequest(), Calls.Context)).RestatementCases);
        var found = (await parts.Service.GetRestatementCase(new GetRestatementCaseRequest { Name = listed.Name }, Calls.Context)).RestatementCase;
        Assert.Equal(("2023-10-02", "2023-12-31", "2024-08-14"), (found.RecoveryWindow.Start, found.RecoveryWindow.End, found.RecoveryWindow.TriggeredOn));
        Assert.False(found.RecoveryWindow.OwnershipAnswered);
        Assert.Contains(found.RecoveryWindow.Reasons, reason => reason.Code == "ownership-unavailable");
    }

    private static Filing Seed()
    {
        var filing = FilingIntake.Identify(Seeds.Notice, null).ToProto();
        filing.Generation = Math.Max(1, filing.Generation);
        return filing;
    }
}
