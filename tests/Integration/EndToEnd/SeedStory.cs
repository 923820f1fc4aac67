using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Integration.EndToEnd;

/// <summary>
/// The two sample filings, from bytes to answers. The expectations were worked out by hand from the two documents and the SEC's calendar;
/// the same story is asked of every way in which the services can run.
/// </summary>
internal sealed class SeedStory(Uri extraction, Uri restatement, Uri ownership) : IDisposable
{
    private const string AsOf = "2024-08-20";
    private readonly GrpcChannel toExtraction = GrpcChannel.ForAddress(extraction);
    private readonly GrpcChannel toRestatement = GrpcChannel.ForAddress(restatement);
    private readonly GrpcChannel toOwnership = GrpcChannel.ForAddress(ownership);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        toExtraction.Dispose();
        toRestatement.Dispose();
        toOwnership.Dispose();
    }

    public async Task IsTold()
    {
        var extraction = new ExtractionService.ExtractionServiceClient(toExtraction);
        var notice = await Submit(extraction, "nt10q-ocr.txt");
        var form4 = await Submit(extraction, "form4-ocr.txt");
        Assert.Equal("NT 10-Q", notice.FormType.Value);
        Assert.Equal("4", form4.FormType.Value);
        Assert.Equal("issuers/n-cellectar-biosciences", notice.Issuer);
        Assert.Equal(notice.Issuer, form4.Issuer);

        await TheIssuerIsLateAndNotToBeReliedOn(notice.Issuer);
        await TheChiefExecutivesGrantWasReportedLate(form4.Issuer);
        await ASecondSubmissionChangesNothing(extraction);
    }

    private async Task TheIssuerIsLateAndNotToBeReliedOn(string issuer)
    {
        var client = new RestatementService.RestatementServiceClient(toRestatement);
        var status = await Eventually.BecomesAsync(
            async () => (await client.GetIssuerStatusAsync(new GetIssuerStatusRequest { Issuer = issuer, AsOf = AsOf }, cancellationToken: Cancellation)).Status,
            answer => answer.Outstanding.Count > 0);

        var late = Assert.Single(status.Outstanding);
        Assert.Equal(("10-Q", "2024-06-30"), (late.ReportType, late.PeriodEnd));
        Assert.Equal("2024-08-14", late.Deadlines.Supported.DueDate);
        Assert.Equal("2024-08-19", late.Deadlines.Supported.DeemedTimelyUntil);
        Assert.True(late.ExpectsToMissExtension);
        var noticeDate = Assert.Single(late.Notices).Filing;
        Assert.Equal(("2024-08-14", DateBasis.Signed), (noticeDate.Date, noticeDate.DateBasis));

        Assert.Equal(
            ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31"],
            status.NonReliance.Select(period => period.PeriodEnd).Order(StringComparer.Ordinal));
        Assert.Equal(2, status.NonReliance.Count(period => period.Kind == AffectedPeriod.Types.PeriodKind.Annual));
        var open = Assert.Single(status.OpenCases);
        Assert.Contains(AreaFinding.Types.Area.WarrantsAndEmbeddedDerivatives, open.Areas);
        Assert.Contains(open.ExpectedFilings, expected => expected is { FormType: "8-K", Date: "2024-08-09" });
    }

    private async Task TheChiefExecutivesGrantWasReportedLate(string issuer)
    {
        var client = new OwnershipService.OwnershipServiceClient(toOwnership);
        var rows = await Eventually.BecomesAsync(
            async () => (await client.ListTransactionsAsync(new ListTransactionsRequest { Issuer = issuer }, cancellationToken: Cancellation)).Transactions,
            answer => answer.Count == 2);

        var award = Assert.Single(rows, row => row.Table == 1);
        Assert.Equal("2023-12-08", award.TransactionDate.Value);
        Assert.Equal(Timeliness.Types.Verdict.OnTime, award.Timeliness.Verdict);
        var option = Assert.Single(rows, row => row.Table == 2);
        Assert.Equal("2023-06-23", option.TransactionDate.Value);
        Assert.Equal("2023-06-27", option.Timeliness.DueOn);
        Assert.Equal(115, option.Timeliness.BusinessDaysLate);
        Assert.Equal(FilingDate.Types.Basis.Signature, option.FilingDate.Basis);

        var positions = (await client.GetPositionsAsync(new GetPositionsRequest { Issuer = issuer, AsOf = AsOf }, cancellationToken: Cancellation)).Positions;
        Assert.Equal(["261000", "49236"], positions.Select(position => position.Shares).Order(StringComparer.Ordinal));

        var schedule = Assert.Single(
            (await client.GetVestingAsync(new GetVestingRequest { Transaction = option.Name, AsOf = AsOf }, cancellationToken: Cancellation)).Schedules);
        Assert.Equal(25, schedule.Tranches.Count);
        Assert.Equal(("2024-01-17", "87000"), (schedule.Tranches[0].Date, schedule.Tranches[0].Shares));
        Assert.Equal("2026-01-17", schedule.Tranches[^1].Date);
        Assert.Equal(261000, schedule.Tranches.Sum(tranche => int.Parse(tranche.Shares, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task ASecondSubmissionChangesNothing(ExtractionService.ExtractionServiceClient extraction)
    {
        // Reported, late, and two trades in the non-reliance window, which Ownership learns from Restatement after the filings.
        await Eventually.BecomesAsync(() => LastSequence(toOwnership), last => last >= 4);
        GrpcChannel[] channels = [toExtraction, toRestatement, toOwnership];
        var before = await Task.WhenAll(channels.Select(LastSequence));
        var again = await extraction.SubmitFilingAsync(new SubmitFilingRequest { Content = await Sample("form4-ocr.txt") }, cancellationToken: Cancellation);
        Assert.True(again.AlreadyKnown);
        Assert.Equal(before, await Task.WhenAll(channels.Select(LastSequence)));
    }

    private static async Task<long> LastSequence(GrpcChannel channel) =>
        (await new EventLogService.EventLogServiceClient(channel).GetLogStatusAsync(new GetLogStatusRequest(), cancellationToken: Cancellation)).LastSequence;

    private static async Task<Filing> Submit(ExtractionService.ExtractionServiceClient client, string sample)
    {
        var response = await client.SubmitFilingAsync(new SubmitFilingRequest { Content = await Sample(sample) }, cancellationToken: Cancellation);
        Assert.False(response.AlreadyKnown);
        return response.Filing;
    }

    private static async Task<ByteString> Sample(string name) =>
        ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", name), Cancellation));
}
