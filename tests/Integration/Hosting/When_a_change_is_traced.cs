using System.Collections.Concurrent;
using System.Diagnostics;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Hosting;

public sealed class When_a_change_is_traced
{
    [Fact]
    public async Task One_trace_runs_from_the_save_through_log_and_bus_to_the_follower()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var own = new ActivitySource("test");
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Filingwire" or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = new TwoServices { CatchUpEvery = TimeSpan.FromMinutes(10) };
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await reader.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), cancellation);

        ActivityTraceId trace;
        using (var call = own.StartActivity("call")!)
        {
            trace = call.TraceId;
            await TwoServices.WriteAsync(writer, 0, 1, cancellation);
        }
        await TwoServices.ArriveAsync(reader, 1, cancellation);

        await Eventually.Holds(() => ended.Count(a => a.TraceId == trace) >= 3);
        var spans = ended.Where(a => a.TraceId == trace).ToList();
        var publish = Assert.Single(spans, a => a.OperationName == "publish FilingParsed");
        var handle = Assert.Single(spans, a => a.OperationName == "handle FilingParsed");
        Assert.Equal(spans.Single(a => a.OperationName == "call").SpanId, publish.ParentSpanId);
        Assert.Equal(publish.SpanId, handle.ParentSpanId);
    }
}
