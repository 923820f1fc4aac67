using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Grpc.Core;

namespace Filingwire.Unit.Messaging;

public sealed class FailurePolicyTests
{
    public static TheoryData<string, bool> Answers => new()
    {
        { "Received message exceeds the maximum configured message size.", false },
        { "Sending message exceeds the maximum configured message size.", false },
        { "Too many calls at once.", true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_is_too_large_for_a_message_stays_so_and_other_resources_come_back(string detail, bool isTransient)
    {
        var failure = new RpcException(new Status(StatusCode.ResourceExhausted, detail));
        Assert.Equal(isTransient, FailurePolicy.IsTransient(failure));
        Assert.Equal(isTransient ? FailureVerdict.TryAgain : FailureVerdict.GiveUp, FailurePolicy.InCatchUp(failure, FailurePolicy.MostAttempts));
        Assert.Equal(isTransient ? FailureVerdict.LeaveToCatchUp : FailureVerdict.GiveUp, FailurePolicy.OnBus(failure, FailurePolicy.BusPauses.Count));
    }

    [Fact]
    public void Damage_is_no_passing_trouble()
    {
        Assert.False(FailurePolicy.IsTransient(new StoreDamagedException("damaged")));
        Assert.True(FailurePolicy.IsTransient(new StoreUnavailableException("away")));
    }

    [Fact]
    public void An_event_that_nobody_could_take_is_refused_before_it_is_saved()
    {
        var large = new FilingRejected
        {
            EventId = Guid.NewGuid(), OccurredAt = DateTimeOffset.UnixEpoch, Reason = "FILING_EMPTY", ContentSha256 = new string('0', 64), ContentBytes = 0,
            Message = new string('x', EventJson.MostCharacters),
        };
        var refused = Assert.Throws<EventTooLargeException>(() => EventJson.ToRecord(large));
        Assert.Contains("FilingRejected", refused.Message, StringComparison.Ordinal);
        Assert.False(FailurePolicy.IsTransient(refused));
    }
}
