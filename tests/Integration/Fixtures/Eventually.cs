using System.Runtime.CompilerServices;

namespace Filingwire.Integration.Fixtures;

/// <summary>Waiting for something that happens elsewhere, with a limit that names who waits.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the condition holds.</summary>
    public static async Task Holds(
        Func<Task<bool>> condition, TimeSpan? patience = null, Func<string>? state = null,
        [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var limit = patience ?? Patience;
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await AnsweredAsync())
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            if (waited > limit)
                throw new TimeoutException($"{caller}:{line} waited {waited.TotalSeconds:F0} s for {what}; state: {state?.Invoke() ?? "not told"}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        async Task<bool> AnsweredAsync()
        {
            var answer = condition();
            try
            {
                return await answer.WaitAsync(limit + limit, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException) when (!answer.IsCompleted)
            {
                throw new TimeoutException($"{caller}:{line} asked for {what} and got no answer; state: {state?.Invoke() ?? "not told"}");
            }
        }
    }

    /// <inheritdoc cref="Holds(Func{Task{bool}}, TimeSpan?, Func{string}?, string, int, string)"/>
    public static Task Holds(
        Func<bool> condition, TimeSpan? patience = null, Func<string>? state = null,
        [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Holds(() => Task.FromResult(condition()), patience, state, caller, line, what);

    /// <summary>Returns the first answer that is as wanted.</summary>
    public static async Task<T> BecomesAsync<T>(
        Func<Task<T>> ask, Func<T, bool> wanted, TimeSpan? patience = null,
        [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(wanted))] string what = "")
    {
        var answer = await ask();
        await Holds(async () => wanted(answer) || wanted(answer = await ask()), patience, () => answer?.ToString() ?? "nothing", caller, line, what);
        return answer;
    }
}
