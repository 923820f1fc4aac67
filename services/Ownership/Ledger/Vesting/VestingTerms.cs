namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>Puts the pieces of sentences together to dated parts of an award.</summary>
/// <param name="granted">The row's date; null when unknown.</param>
/// <param name="size">Units of the award; null when unknown.</param>
internal sealed class VestingTerms(DateOnly? granted, decimal? size)
{
    private const int MostTranches = 240;
    private readonly List<(DateOnly Date, Fraction Part)> parts = [];
    private Fraction assigned = Fraction.Zero;

    /// <summary>From when the schedule counts.</summary>
    public DateOnly? Commencement { get; private set; }

    /// <summary>"footnote" or "transaction-date".</summary>
    public string CommencementSource { get; private set; } = "";

    /// <summary>Reads one sentence; false when nothing in it gave a dated part or a date to count from.</summary>
    public bool Add(IReadOnlyList<VestingToken> tokens)
    {
        var understood = false;
        var clause = new List<VestingToken>();
        foreach (var token in tokens)
        {
            if (IsQuantity(token) && clause.Exists(IsWhen) && (clause.Exists(IsQuantity) || IsPreamble(clause)))
            {
                understood |= AddClause(clause);
                clause = [];
            }
            clause.Add(token);
        }
        return AddClause(clause) | understood;
    }

    /// <summary>The parts by date, those of one day together, in whole units that add up.</summary>
    public IReadOnlyList<VestingTranche> Tranches()
    {
        var tranches = new List<VestingTranche>();
        var (sum, units) = (Fraction.Zero, 0m);
        foreach (var day in parts.GroupBy(part => part.Date).OrderBy(day => day.Key))
        {
            var part = day.Aggregate(Fraction.Zero, (total, p) => total + p.Part);
            sum += part;
            decimal? own = null;
            if (size is { } whole && !(sum > Fraction.One))
            {
                var upTo = sum == Fraction.One ? whole : sum.WholeUnitsOf(whole);
                own = upTo - units;
                units = upTo;
            }
            tranches.Add(new VestingTranche(day.Key, part, own));
        }
        return tranches;
    }

    private static bool IsQuantity(VestingToken token) =>
        token.Kind is VestingTokenKind.Part or VestingTokenKind.Units or VestingTokenKind.Rest or VestingTokenKind.All;

    /// <summary>"over a period of three years from January 17, 2023, …": from when the schedule counts, before it is said what vests when.</summary>
    private static bool IsPreamble(List<VestingToken> clause) =>
        clause.Exists(token => token.Kind == VestingTokenKind.Over) && clause.Exists(token => token.Kind == VestingTokenKind.From);

    private static bool IsWhen(VestingToken token) =>
        token.Kind is VestingTokenKind.Date or VestingTokenKind.Anniversary or VestingTokenKind.Installments or VestingTokenKind.Interval or VestingTokenKind.GrantDate;

    private bool AddClause(List<VestingToken> clause)
    {
        var quantity = clause.Find(IsQuantity);
        var installments = clause.Find(token => token.Kind == VestingTokenKind.Installments);
        var over = clause.Find(token => token.Kind == VestingTokenKind.Over)?.Months ?? 0;
        var interval = installments is { Months: > 0 } ? installments.Months : clause.Find(token => token.Kind == VestingTokenKind.Interval)?.Months ?? 0;
        var from = clause.FindIndex(token => token.Kind is VestingTokenKind.From or VestingTokenKind.Begin);
        var days = Days(clause);
        if (from >= 0 && clause[from].Kind == VestingTokenKind.From && over > 0 && quantity is null && installments is null && interval == 0 && days is [var first, ..])
            return Commence(first);
        if (installments is not null || interval > 0)
            return AddSeries(clause, quantity, installments, interval, over, from, days);
        if (quantity is null || days.Count == 0 || from >= 0)
            return false;
        var each = clause.Exists(token => token.Kind == VestingTokenKind.Each);
        if (days.Count > 1 && !each && quantity.Kind != VestingTokenKind.Units)
            return false;
        return PartOf(quantity) is { } part && AddAll(days.Select(day => (day, part)));
    }

    private bool AddSeries(
        List<VestingToken> clause, VestingToken? quantity, VestingToken? installments, int interval, int over, int from, List<DateOnly> days)
    {
        var rest = Fraction.One - assigned;
        var until = clause.Exists(token => token.Kind is VestingTokenKind.UntilVested or VestingTokenKind.Thereafter);
        // "4 equal installments on each of …": the dates are all there.
        if (installments is { Number: > 0 } && interval == 0 && over == 0 && days.Count == (int)installments.Number)
            return AddAll(days.Select(day => (day, (quantity is null ? rest : PartOf(quantity) ?? rest) / Fraction.Of(installments.Number))));
        Fraction each;
        int count;
        if (installments is not null)
        {
            count = installments.Number > 0 ? (int)installments.Number : interval > 0 ? over / interval : 0;
            interval = interval > 0 ? interval : count > 0 && over > 0 && over % count == 0 ? over / count : 0;
            if (count is 0 or > MostTranches || (quantity is null ? rest : PartOf(quantity)) is not { } total)
                return false;
            each = total / Fraction.Of(count);
        }
        else
        {
            // "1/16 quarterly until fully vested", or "… over 4 years": the part is that of one interval.
            if (quantity is null || quantity.Kind is VestingTokenKind.All)
                return false;
            if (quantity.Kind == VestingTokenKind.Rest)
            {
                count = over / interval;
                each = count > 0 ? rest / Fraction.Of(count) : Fraction.Zero;
            }
            else
            {
                if (PartOf(quantity) is not { } part || !(part > Fraction.Zero) || !(until || over > 0 || from >= 0))
                    return false;
                var ratio = rest / part;
                if (!ratio.Denominator.IsOne || ratio.Numerator > MostTranches)
                    return false;
                (each, count) = (part, (int)ratio.Numerator);
            }
        }
        if (count == 0 || interval == 0)
            return false;
        return First(clause, interval, count, from, days) is { } start
            && AddAll(Enumerable.Range(0, count).Select(i => (start.AddMonths(interval * i), each)));
    }

    /// <summary>The day of the first of several equal parts.</summary>
    private DateOnly? First(List<VestingToken> clause, int interval, int count, int from, List<DateOnly> days)
    {
        if (clause.Exists(token => token.Kind == VestingTokenKind.End) && days.Count > 0)
            return days[^1].AddMonths(-interval * (count - 1));
        if (from >= 0 && days.Count > 0)
        {
            var start = days[^1];
            if (clause[from].Kind == VestingTokenKind.Begin)
                return start;
            Commence(start);
            return start.AddMonths(interval);
        }
        if (clause.Exists(token => token.Kind == VestingTokenKind.Thereafter) || assigned > Fraction.Zero)
            return parts.Count > 0 ? parts.Max(part => part.Date).AddMonths(interval) : null;
        if (days.Count == 0 && clause.Exists(token => token.Kind == VestingTokenKind.Over))
            return (Commencement ?? Granted())?.AddMonths(interval);
        return null;
    }

    private bool AddAll(IEnumerable<(DateOnly Date, Fraction Part)> added)
    {
        foreach (var part in added)
        {
            parts.Add(part);
            assigned += part.Part;
        }
        return true;
    }

    private Fraction? PartOf(VestingToken quantity) => quantity.Kind switch
    {
        VestingTokenKind.Part => quantity.Part,
        VestingTokenKind.All => Fraction.One,
        VestingTokenKind.Rest => Fraction.One - assigned,
        VestingTokenKind.Units when size > 0 && quantity.Number <= size => Fraction.Of(quantity.Number) / Fraction.Of(size.Value),
        _ => null,
    };

    /// <summary>The days that a clause names. "January 15, 2023, 2024 and 2025" are three.</summary>
    private List<DateOnly> Days(List<VestingToken> clause)
    {
        var days = new List<DateOnly>();
        foreach (var token in clause)
            switch (token.Kind)
            {
                case VestingTokenKind.Date when token.Date is { } date:
                    days.Add(date);
                    break;
                case VestingTokenKind.Date when days.Count > 0 && token.Number is > 1900 and < 2200:
                    days.Add(days[^1].AddYears((int)token.Number - days[^1].Year));
                    break;
                case VestingTokenKind.Anniversary when (token.Date ?? Commencement ?? Granted()) is { } origin:
                    if (token.Date is not null)
                        Commence(origin);
                    days.AddRange(token.Ordinals!.Where(n => n is > 0 and <= 20).Select(origin.AddYears));
                    break;
                case VestingTokenKind.GrantDate when !clause.Exists(other => other.Kind == VestingTokenKind.Anniversary) && Granted() is { } grant:
                    days.Add(grant);
                    break;
                default:
                    break;
            }
        return days;
    }

    private DateOnly? Granted()
    {
        if (granted is not null && Commencement is null)
            (Commencement, CommencementSource) = (granted, "transaction-date");
        return granted;
    }

    private bool Commence(DateOnly day)
    {
        if (CommencementSource != "footnote")
            (Commencement, CommencementSource) = (day, "footnote");
        return true;
    }
}
