using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>
/// Carries the write-ahead log into the file beside the writer, which else would stop for a second every few seconds of heavy
/// load. What was written meanwhile is carried by the writer itself, so that nothing is left and the log begins anew.
/// </summary>
internal sealed class SqliteCheckpointer : IDisposable
{
    /// <summary>Pages (of 4 KiB) written before it is time. A page that many commits change is carried once, so rarely is better.</summary>
    private const long Interval = 16_000;

    /// <summary>
    /// What stands in the write-ahead log alone is lost from the first page on that the disk gives back damaged, so little is to stand there
    /// for long even where little is written.
    /// </summary>
    public static readonly TimeSpan AtLeastEvery = TimeSpan.FromMinutes(1);

    private const string Carry = "PRAGMA wal_checkpoint(PASSIVE)";
    private readonly SqliteSession session;
    private readonly TimeSpan atLeastEvery;
    private readonly AutoResetEvent due = new(false);
    private readonly Thread thread;
    private volatile Stage stage = Stage.Waiting;
    private volatile bool isEnding;
    private long lastAt;

    /// <param name="session">For carrying, and for nothing else.</param>
    /// <param name="name">Of the store.</param>
    /// <param name="atLeastEvery">Carries after this time at the latest.</param>
    public SqliteCheckpointer(SqliteSession session, string name, TimeSpan atLeastEvery)
    {
        this.session = session;
        this.atLeastEvery = atLeastEvery;
        thread = new Thread(Run) { IsBackground = true, Name = "sqlite-carry-" + name };
        thread.Start();
    }

    private enum Stage
    {
        Waiting,
        Carrying,
        Carried,
    }

    /// <summary>Called by the writer between two commits.</summary>
    public void AfterCommit(SqliteSession writer)
    {
        if (stage == Stage.Waiting && writer.PagesWritten - lastAt >= Interval)
        {
            stage = Stage.Carrying;
            due.Set();
        }
        else if (stage == Stage.Carried)
        {
            Try(writer);
            lastAt = writer.PagesWritten;
            stage = Stage.Waiting;
        }
    }

    public void Dispose()
    {
        isEnding = true;
        due.Set();
        thread.Join();
        session.Dispose();
        due.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            var isDue = due.WaitOne(atLeastEvery);
            if (isEnding)
                return;
            Try(session);
            if (isDue)
                stage = Stage.Carried;
        }
    }

    private static void Try(SqliteSession session)
    {
        try
        {
            session.Execute(Carry);
        }
        catch (SqliteException)
        {
            // The disk is full or fails: nothing is lost, the log goes on growing until the commits themselves say so.
        }
    }
}
