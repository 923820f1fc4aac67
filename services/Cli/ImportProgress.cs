using System.Diagnostics;
using System.Globalization;

namespace Filingwire.Cli;

/// <summary>Counts an import and says every second how far it is; refused files are named with the reason.</summary>
internal sealed class ImportProgress(TextWriter output)
{
    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long taken;
    private long known;
    private long refused;
    private long passedOver;
    private long nextLine = 1;

    public void Count(string file, ImportCommand.Outcome outcome)
    {
        lock (gate)
        {
            if (outcome.Refused is { } reason)
            {
                refused++;
                output.WriteLine(Printable.Line($"{file}: {reason}"));
            }
            else if (outcome.AlreadyKnown)
                known++;
            else
                taken++;
            if (watch.Elapsed.TotalSeconds < nextLine)
                return;
            nextLine = (long)watch.Elapsed.TotalSeconds + 1;
            Line("…");
        }
    }

    /// <summary>A submission whose form nobody wants.</summary>
    public void PassOver() => Interlocked.Increment(ref passedOver);

    /// <summary>Says what became of all; false when anything was refused.</summary>
    public bool Finish()
    {
        lock (gate)
        {
            Line("done");
            return refused == 0;
        }
    }

    private string PassedOver() =>
        Interlocked.Read(ref passedOver) is > 0 and var some ? string.Create(CultureInfo.InvariantCulture, $", {some} passed over") : "";

    private void Line(string state)
    {
        var rate = (long)((taken + known + refused) / Math.Max(watch.Elapsed.TotalSeconds, 0.001));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state} {taken} new, {known} known, {refused} refused{PassedOver()}; {rate} filings/s"));
    }
}
