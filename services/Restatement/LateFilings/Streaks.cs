namespace Filingwire.Restatement.LateFilings;

/// <summary>Counts cases of the same report whose periods follow each other.</summary>
internal static class Streaks
{
    // The next quarter or year, with room for 52/53-week years; a fourth quarter has no 10-Q of its own.
    private static int LongestStep(string? report) => report switch
    {
        "10-Q" => 190,
        "10-D" => 40,
        "N-CSR" or "N-SAR" => 195,
        _ => 375,
    };

    public static IReadOnlyList<LateFilingCase> Count(List<LateFilingCase> cases)
    {
        var last = new Dictionary<string, (DateOnly End, int Streak)>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i].Key is not { Report: { } report, PeriodEnd: { } end } || cases[i].State is LateFilingState.Withdrawn or LateFilingState.NotSeen)
                continue;
            var streak = last.TryGetValue(report, out var before) && end.DayNumber - before.End.DayNumber <= LongestStep(report) ? before.Streak + 1 : 1;
            last[report] = (end, streak);
            if (streak > 1)
                cases[i] = cases[i] with { Streak = streak };
        }
        return cases;
    }
}
