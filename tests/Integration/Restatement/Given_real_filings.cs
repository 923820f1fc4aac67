using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.V1;

namespace Filingwire.Integration.Restatement;

/// <summary>
/// Real notices and current reports, read by Extraction's parser and folded. Every expectation was worked out by hand from the document and the
/// SEC's calendar.
/// </summary>
public sealed class Given_real_filings
{
    [Theory]
    // NVIDIA, fiscal year ended 2002-01-27, before there were accelerated filers: 90 days end on Saturday 04-27, so due Monday 04-29.
    [InlineData("nt/NT_10-K__0000950168-02-001121__de28a6f7.txt", "2002-05-14", "10-K", "2002-01-27", LateFiling.Types.State.Excused, "2002-04-29", "2002-05-14", true, false)]
    [InlineData("nt/NT_10-K__0000950168-02-001121__de28a6f7.txt", "2002-05-15", "10-K", "2002-01-27", LateFiling.Types.State.Lapsed, "2002-04-29", "2002-05-14", true, false)]
    // Marwynn: signed on the business day after the 90th; no filing date in the document.
    [InlineData("nt/NT_10-K__0001213900-26-083374__61403958.htm", "2026-08-13", "10-K", "2026-04-30", LateFiling.Types.State.Excused, "2026-07-29", "2026-08-13", true, null)]
    // United Realty: filed at 19:59 on the due date, which is the next day; the notice of that day says so.
    [InlineData("nt/NT_10-K__urt-nt10k_123114__01eeb7a9.htm", "2015-04-01", "10-K", "2014-12-31", LateFiling.Types.State.AlreadyFiled, "2015-03-31", "2015-04-15", true, null)]
    // Apple: accepted 20:45 on the 40th day, so filed on the notice's last day; box (b) is not ticked: no extension, late at once.
    [InlineData("nt/NT_10-Q__0001104659-06-053743__86280946.txt", "2006-08-11", "10-Q", "2006-07-01", LateFiling.Types.State.Lapsed, "2006-08-10", "2006-08-15", false, true)]
    // Domo: the day after the 40th; the extension ends on Sunday 06-14, so Monday 06-15.
    [InlineData("nt/NT_10-Q__domo_nt10q__6ef2df14.htm", "2026-06-15", "10-Q", "2026-04-30", LateFiling.Types.State.Excused, "2026-06-09", "2026-06-15", true, false)]
    public async Task A_notice_opens_its_case(string file, string asOf, string report, string period, LateFiling.Types.State state, string due, string deemed, bool relief, bool? misses)
    {
        await using var parts = await RestatementParts.OpenAsync();
        var filing = Read(file);
        await parts.TakeAsync(filing);
        var name = $"lateFilings/{filing.Issuer["issuers/".Length..]}.{report.ToLowerInvariant()}.{period}";
        var late = (await parts.Service.GetLateFiling(new GetLateFilingRequest { Name = name, AsOf = asOf }, Calls.Context)).LateFiling;
        Assert.Equal(state, late.State);
        Assert.Equal((due, deemed), (late.Deadlines.Supported?.DueDate, late.Deadlines.Supported?.DeemedTimelyUntil));
        var notice = Assert.Single(late.Notices);
        Assert.Equal((relief, true), (notice.ReliefClaimed, notice.InTime));
        Assert.Equal(misses, late.HasExpectsToMissExtension ? late.ExpectsToMissExtension : null);
    }

    [Theory]
    [InlineData("nonreliance/8-K__0001213900-25-032135__05c0061f.txt", "2025-04-15", "2025-04-10", "2023-12-31 Annual", "2023-10-02", "2024-12-31")]
    [InlineData("nonreliance/8-K__0001275287-05-002977__18f70211.txt", "2005-08-03", "2005-08-01", "2004-09-30 Interim, 2004-12-31 Interim, 2005-03-31 Interim", null, null)]
    public async Task Item_402_opens_its_case_in_time_with_periods_and_look_back(string file, string opened, string concluded, string periods, string? start, string? end)
    {
        await using var parts = await RestatementParts.OpenAsync();
        parts.Time.MoveTo(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
        await parts.TakeAsync(Read(file));
        var listed = Assert.Single((await parts.Service.ListRestatementCases(new ListRestatementCasesRequest(), Calls.Context)).RestatementCases);
        var found = (await parts.Service.GetRestatementCase(new GetRestatementCaseRequest { Name = listed.Name }, Calls.Context)).RestatementCase;
        Assert.Equal((RestatementCase.Types.State.Open, RestatementCase.Types.Magnitude.Reissuance), (found.State, found.Magnitude));
        Assert.Equal((opened, concluded), (found.OpenedOn, found.ConcludedOn));
        Assert.Equal(periods, string.Join(", ", found.Periods.Select(period => $"{period.PeriodEnd} {period.Kind}")));
        Assert.All(found.Periods, period => Assert.True(period.NonReliance));
        Assert.Empty(found.CrossChecks);
        // Rule 10D-1 reaches no pay received before 2023-10-02.
        Assert.Equal((start, end), (found.RecoveryWindow?.Start, found.RecoveryWindow?.End));
    }

    [Theory]
    // Both say that statements will have to be restated.
    [InlineData("nt/NT_10-K__0000950168-02-001121__de28a6f7.txt", 1)]
    [InlineData("nt/NT_10-Q__0001104659-06-053743__86280946.txt", 1)]
    // Neither says anything of the kind.
    [InlineData("nt/NT_10-K__0001213900-26-083374__61403958.htm", 0)]
    [InlineData("nt/NT_10-Q__domo_nt10q__6ef2df14.htm", 0)]
    public async Task A_notice_opens_a_restatement_case_only_when_it_admits_one(string file, int cases)
    {
        await using var parts = await RestatementParts.OpenAsync();
        await parts.TakeAsync(Read(file));
        Assert.Equal(cases, (await parts.Service.ListRestatementCases(new ListRestatementCasesRequest(), Calls.Context)).RestatementCases.Count);
    }

    [Fact]
    public async Task An_amendment_for_Part_III_alone_restates_nothing()
    {
        await using var parts = await RestatementParts.OpenAsync();
        var filing = Read("restated/10-K_A__tsla-10-k-2025-04-30__5d9b34aa.html");
        await parts.TakeAsync(filing);
        var status = (await parts.Service.GetIssuerStatus(new GetIssuerStatusRequest { Issuer = filing.Issuer, AsOf = "2025-12-31" }, Calls.Context)).Status;
        Assert.Equal((true, 0, 0, 0), (status.Known, status.Outstanding.Count, status.OpenCases.Count, status.NonReliance.Count));
        Assert.Empty((await parts.Service.ListRestatementCases(new ListRestatementCasesRequest(), Calls.Context)).RestatementCases);
    }

    private static Filing Read(string file)
    {
        var filing = FilingIntake.Identify(FilingFiles.Read(file), null).ToProto();
        filing.Generation = Math.Max(1, filing.Generation);
        return filing;
    }
}
