using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Hosting.Stores.Sqlite;

/// <summary>
/// The one writer: jobs that arrive while a commit is under way share the next one, so that many small saves cost few syncs.
/// A job that fails is undone alone; when the database itself fails (disk full, I/O), all jobs of the commit fail.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostJobsPerCommit = 512;
    private readonly BlockingCollection<Job> jobs = new(boundedCapacity: 10_000);
    private readonly SqliteSession session;
    private readonly Thread thread;

    public SqliteWriter(SqliteSession session, string name)
    {
        this.session = session;
        thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer-" + name };
        thread.Start();
    }

    private abstract record Job
    {
        public Exception? Failure { get; set; }

        public abstract void Run(SqliteSession session);

        public abstract void Complete();
    }

    /// <summary>Runs the work inside a transaction and returns when it is committed.</summary>
    public Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        var job = new Job<T>(work);
        try
        {
            jobs.Add(job, cancellation);
        }
        catch (InvalidOperationException)
        {
            throw new StoreUnavailableException("The store is closed.");
        }
        return job.Done;
    }

    public void Dispose()
    {
        jobs.CompleteAdding();
        thread.Join();
        session.Dispose();
        jobs.Dispose();
    }

    private static bool IsFatal(SqliteException e) => e.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_ERROR);

    private void Run()
    {
        var batch = new List<Job>();
        foreach (var first in jobs.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MostJobsPerCommit && jobs.TryTake(out var next))
                batch.Add(next);
            Commit(batch);
            foreach (var job in batch)
                job.Complete();
        }
    }

    private void Commit(List<Job> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (var job in batch)
                RunOne(job);
            session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            var failure = e is SqliteException ? new StoreUnavailableException("The store cannot be written: " + e.Message, e) : e;
            foreach (var job in batch)
                job.Failure = failure;
            try
            {
                session.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
                // SQLite has rolled back by itself.
            }
        }
    }

    private void RunOne(Job job)
    {
        session.Execute("SAVEPOINT job");
        try
        {
            job.Run(session);
        }
        catch (Exception e) when (e is not SqliteException s || !IsFatal(s))
        {
            job.Failure = e;
            session.Execute("ROLLBACK TO job");
        }
        session.Execute("RELEASE job");
    }

    private sealed record Job<T>(Func<SqliteSession, T> Work) : Job
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Done => done.Task;

        public override void Run(SqliteSession session) => result = Work(session);

        public override void Complete()
        {
            if (Failure is null)
                done.SetResult(result!);
            else
                done.SetException(Failure);
        }
    }
}
