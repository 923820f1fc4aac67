using Filingwire.Contracts.Events;
using Filingwire.Extraction.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Ownership;

/// <summary>What the Ownership service is made of.</summary>
public static class OwnershipDefinition
{
    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public const int DefaultPort = 5203;

    /// <summary>Transactions and positions of insiders, from the filings that Extraction reads.</summary>
    public static ServiceDefinition Create() => new ServiceDefinition("ownership", defaultPort: DefaultPort)
        .Keep(Collections.Reports).Keep(Collections.States).Keep(Collections.Swings).Keep(Collections.Lateness).Keep(Collections.Windows).Keep(Collections.Forgotten)
        .Serve<OwnershipGrpcService>(
            OwnershipService.Descriptor,
            (Role.Reader,
            [
                "ListTransactions", "GetPositions", "GetOwner", "GetIssuerActivity", "ListLateReports", "ListShortSwingMatches", "CheckContinuity", "GetVesting",
            ]))
        .Know("extraction", peersDefaultPort: 5201)
        .Call("extraction", invoker => new ExtractionService.ExtractionServiceClient(invoker))
        .Consume<FilingParsed, FilingParsedHandler>("extraction")
        .Know("restatement", peersDefaultPort: 5202)
        .Call("restatement", invoker => new RestatementService.RestatementServiceClient(invoker))
        .Consume<RestatementCaseOpened, RelianceWatch>("restatement")
        .Consume<RestatementCaseChanged, RelianceWatch>("restatement")
        .Consume<LateFilingNotified, RelianceWatch>("restatement")
        .Consume<LateFilingChanged, RelianceWatch>("restatement")
        .Consume<LateFilingDeadlinePassed, RelianceWatch>("restatement")
        .With(_ => AddOrderedClosings())
        .With(AddParts);

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

    /// <summary>The service's parts between store and façade.</summary>
    internal static void AddParts(IServiceCollection services) => services
        .AddSingleton<OwnershipStore>()
        .AddSingleton<ReportIntake>()
        .AddSingleton<StateSettlement>()
        .AddSingleton<LatenessSettlement>()
        .AddSingleton<SwingSettlement>()
        .AddSingleton<JointTradeReconciliation>()
        .AddSingleton<RelianceReconciliation>()
        .AddSingleton<Settlement>()
        .AddSingleton<OwnerLookup>()
        .AddSingleton<TransactionList>()
        .AddSingleton<FormerInsiders>()
        .AddSingleton<PositionAnswer>()
        .AddSingleton<LateReportList>()
        .AddSingleton<OwnerAnswer>()
        .AddSingleton<ActivityAnswer>()
        .AddSingleton<SwingList>()
        .AddSingleton<ContinuityAnswer>()
        .AddSingleton<VestingAnswer>();
}
