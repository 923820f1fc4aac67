using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>
/// The one writer: jobs that arrive while a commit is under way share the next one, so that many small saves cost few syncs.
/// A job that fails is undone alone; when the database itself fails (disk full, I/O), all jobs of the commit fail. A job may be
/// run twice for that, so it changes nothing but the database.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostJobsPerCommit = 512;
    private readonly BlockingCollection<Job> jobs = new(boundedCapacity: 10_000);
    private readonly SqliteSession session;
    private readonly SqliteCheckpointer checkpointer;
    private readonly Thread thread;
    private long lastCommit;
    private long failures;

    public SqliteWriter(SqliteSession session, SqliteCheckpointer checkpointer, string name)
    {
        this.session = session;
        this.checkpointer = checkpointer;
        thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer-" + name };
        thread.Start();
    }

    /// <summary>The timestamp of the last commit; 0 before the first.</summary>
    public long LastCommit => Volatile.Read(ref lastCommit);

    /// <summary>How many commits the database has refused.</summary>
    public long Failures => Volatile.Read(ref failures);

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
        checkpointer.Dispose();
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
            checkpointer.AfterCommit(session);
        }
    }

    /// <summary>First without the means to undo one job alone, which few commits need; if one does, everything is run again with them.</summary>
    private void Commit(List<Job> batch)
    {
        try
        {
            if (!TryCommit(batch, RunTogether))
                TryCommit(batch, RunApart);
            Volatile.Write(ref lastCommit, TimeProvider.System.GetTimestamp());
        }
        catch (Exception e)
        {
            Interlocked.Increment(ref failures);
            var failure = e is SqliteException ? new StoreUnavailableException("The store cannot be written: " + e.Message, e) : e;
            foreach (var job in batch)
                job.Failure = failure;
        }
    }

    private bool TryCommit(List<Job> batch, Func<Job, bool> run)
    {
        var isDone = false;
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            if (!batch.TrueForAll(job => run(job)))
                return false;
            session.Execute("COMMIT");
            return isDone = true;
        }
        finally
        {
            if (!isDone)
                RollBack();
        }
    }

    private void RollBack()
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself.
        }
    }

    private bool RunTogether(Job job)
    {
        try
        {
            job.Run(session);
            return true;
        }
        catch (Exception e) when (e is not SqliteException s || !IsFatal(s))
        {
            return false;
        }
    }

    private bool RunApart(Job job)
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
        return true;
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
