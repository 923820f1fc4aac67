using Filingwire.Contracts.Events;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Settings;
using Filingwire.Hosting.Security;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.Api;
using Filingwire.Restatement.Intake;
using Filingwire.Restatement.Storage;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Restatement;

/// <summary>What the Restatement service is made of. Program starts it; Standalone starts the same in its own process.</summary>
public static class RestatementDefinition
{
    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public const int DefaultPort = 5202;

    private const int ExtractionPort = 5201;
    private const int OwnershipPort = 5203;

    /// <summary>A new definition.</summary>
    public static ServiceDefinition Create() => new ServiceDefinition("restatement", DefaultPort)
        .Keep(Collections.Issuers)
        .Keep(Collections.LateFilings)
        .Keep(Collections.Restatements)
        .Know("extraction", ExtractionPort)
        .Know("ownership", OwnershipPort)
        .Call("extraction", invoker => new ExtractionService.ExtractionServiceClient(invoker))
        .Call("ownership", invoker => new OwnershipService.OwnershipServiceClient(invoker))
        .Consume<FilingParsed, FilingIntake>("extraction")
        .Serve<RestatementGrpcService>(
            RestatementService.Descriptor,
            (Role.Reader,
            [
                "GetIssuerStatus", "GetLateFiling", "ListLateFilings", "GetRestatementCase", "ListRestatementCases", "GetTimeline", "ComputeDeadlines",
            ]))
        .With(_ => AddOrderedClosings())
        .With(services => services
            .AddSingleton<CaseRows>()
            .AddSingleton<IssuerStore>()
            .AddSingleton<InsidersInWindow>()
            .AddSingleton<DeadlineSweep>()
            .AddHostedService(provider => provider.GetRequiredService<DeadlineSweep>()));

    private static void AddOrderedClosings()
    {
        try
        {
            SecCalendar.Add(OrderedClosings.Read(Environment.GetEnvironmentVariable(OrderedClosings.Variable)));
        }
        catch (FormatException e)
        {
            throw new OptionsException(e.Message);
        }
    }
}
