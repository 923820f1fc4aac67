using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Integration.Fixtures;

/// <summary>
/// Collects what services under test log. When it is disposed, any entry at Error that the test did not announce fails the test,
/// so that a failure in the background cannot hide.
/// </summary>
internal sealed class LogWatch : ILoggerProvider, IAsyncDisposable
{
    private readonly ConcurrentQueue<Entry> entries = [];
    private readonly List<Func<Entry, bool>> expected = [];

    public sealed record Entry(string Category, LogLevel Level, EventId Event, string Message, Exception? Exception);

    public IReadOnlyCollection<Entry> Entries => entries;

    /// <summary>Announces errors that belong to the test, by their event name.</summary>
    public void Expect(string eventName) => expected.Add(e => e.Event.Name == eventName);

    /// <summary>Announces errors of a part that is not ours.</summary>
    public void ExpectFrom(string category) => expected.Add(e => e.Category.StartsWith(category, StringComparison.Ordinal));

    /// <summary>Makes a service log here and nowhere else.</summary>
    public void Attach(IServiceCollection services) => services.AddLogging(l => l.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Information));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, entries);

    public void Dispose()
    {
        // The services dispose of their providers; the verdict falls in DisposeAsync, at the end of the test.
    }

    public ValueTask DisposeAsync()
    {
        var unexpected = entries.Where(e => e.Level >= LogLevel.Error && !expected.Exists(x => x(e))).ToList();
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} errors were logged that the test did not announce:\n"
            + string.Join('\n', unexpected.Take(10).Select(e => $"{e.Category} [{e.Event.Name}] {e.Message} {e.Exception}")));
        return ValueTask.CompletedTask;
    }

    private sealed class Logger(string category, ConcurrentQueue<Entry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new Entry(category, logLevel, eventId, formatter(state, exception), exception));
    }
}
