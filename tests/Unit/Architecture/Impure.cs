namespace Filingwire.Unit.Architecture;

/// <summary>Never run: each use in it stands where a reader of signatures would not see it.</summary>
internal static class Impure
{
    public static Func<bool> InALambda(string path) => () => File.Exists(path);

    public static IEnumerable<int> InAnIterator()
    {
        yield return new Random(1).Next();
    }

    public static object InALocal()
    {
        Func<long> ticks = () => DateTime.UtcNow.Ticks;
        return (ticks, typeof(List<Reference>));
    }
}
