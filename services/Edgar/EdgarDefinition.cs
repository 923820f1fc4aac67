using Filingwire.Contracts.Events;
using Filingwire.Edgar.Api;
using Filingwire.Edgar.Intake;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Edgar.V1;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Security;
using Filingwire.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Edgar;

/// <summary>
/// What the EDGAR source is made of: it follows EDGAR and hands what is wanted to Extraction. Off unless a User-Agent is configured.
/// </summary>
public static class EdgarDefinition
{
    /// <summary>The name by which other services know it.</summary>
    public const string Name = "edgar";

    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public const int DefaultPort = 5204;

    private const int ExtractionPort = 5201;

    /// <summary>The definition.</summary>
    /// <param name="options">Reads how EDGAR is read. Called when the service starts, so that a fault in it is told as every other
    /// is.</param>
    public static ServiceDefinition Create(Func<EdgarOptions> options) => new ServiceDefinition(Name, DefaultPort)
        .Keep(Collections.Ledger).Keep(Collections.Days).Keep(Collections.Quarters).Keep(Collections.Follower)
        .Know("extraction", ExtractionPort)
        .Call("extraction", invoker => new ExtractionService.ExtractionServiceClient(invoker))
        .Consume<FilingParsed, FilingParsedHandler>("extraction")
        .Serve<EdgarGrpcService>(
            EdgarService.Descriptor,
            (Role.Reader, ["GetLedgerStatus", "GetAccession", "ListAccessions", "ListTimeliness"]),
            (Role.Operator, ["Backfill", "CloseDay", "CompareQuarter", "Repair"]))
        .With(services => services
            .AddSingleton(options())
            .AddSingleton(provider => Budget(provider.GetRequiredService<EdgarOptions>()))
            .AddSingleton<EdgarClient>()
            .AddSingleton<LedgerStore>()
            .AddSingleton<FollowerState>()
            .AddSingleton<QuarterBook>()
            .AddSingleton<DayBook>()
            .AddSingleton<LiveLags>()
            .AddSingleton<SubmissionHandover>()
            .AddSingleton<SubmissionErrand>()
            .AddSingleton<DayClose>()
            .AddSingleton<QuarterComparison>()
            .AddSingleton<StatusAnswer>()
            .AddSingleton<TimelinessAnswer>()
            .AddSingleton<FeedWalk>()
            .AddLane<FetchLane>()
            .AddLane<LiveLane>().AddLane<SweepLane>().AddLane<CloseLane>().AddLane<ComparisonLane>().AddLane<BackfillLane>()
            .AddSingleton<Follower>()
            .AddHostedService(provider => provider.GetRequiredService<Follower>()));

    private static RequestBudget Budget(EdgarOptions options) => new(options.RequestsPerSecond, options.Time);

    private static IServiceCollection AddLane<TLane>(this IServiceCollection services)
        where TLane : class, ILane =>
        services.AddSingleton<TLane>().AddSingleton<ILane>(provider => provider.GetRequiredService<TLane>());
}
