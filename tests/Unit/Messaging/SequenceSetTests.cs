using Filingwire.Messaging.Handling;
using FsCheck;
using FsCheck.Fluent;

namespace Filingwire.Unit.Messaging;

public sealed class SequenceSetTests
{
    /// <summary>Whatever is added in whatever order, the set is the mathematical set.</summary>
    [Fact]
    public void Adding_ranges_in_any_order_gives_the_set_of_their_numbers()
    {
        var ranges = Gen.Choose(1, 60).SelectMany(first => Gen.Choose(0, 6).Select(length => (First: (long)first, Last: (long)first + length - 1))).ListOf();
        Prop.ForAll(ranges.ToArbitrary(), added =>
        {
            var numbers = added.SelectMany(r => Numbers(r.First, r.Last)).ToHashSet();
            var forwards = added.Aggregate(SequenceSet.Empty, (set, r) => set.Add(r.First, r.Last));
            var backwards = Enumerable.Reverse(added).Aggregate(SequenceSet.Empty, (set, r) => set.Add(r.First, r.Last));
            var half = added.Count / 2;
            var joined = Of(added.Take(half)).Union(Of(added.Skip(half)));
            foreach (var set in new[] { forwards, backwards, joined })
            {
                Assert.Equal(numbers.Order(), set.Ranges.SelectMany(r => Numbers(r.First, r.Last)));
                Assert.All(set.Ranges.Zip(set.Ranges.Skip(1)), pair => Assert.True(pair.First.Last + 1 < pair.Second.First));
                Assert.Equal(Numbers(1, 70).Where(n => !numbers.Contains(n)), set.Gaps(70).SelectMany(r => Numbers(r.First, r.Last)));
                Assert.All(Numbers(0, 70), n => Assert.Equal(numbers.Contains(n), set.Contains(n)));
                Assert.Equal(Numbers(1, 70).TakeWhile(numbers.Contains).LastOrDefault(), set.Contiguous);
                Assert.Equal(numbers.DefaultIfEmpty(0).Max(), set.Highest);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static SequenceSet Of(IEnumerable<(long First, long Last)> ranges) => SequenceSet.Of(ranges.Select(r => new SequenceSet.Range(r.First, r.Last)));

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (var n = first; n <= last; n++)
            yield return n;
    }
}
