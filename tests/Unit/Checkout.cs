namespace Filingwire.Unit;

/// <summary>The checkout that the tests were built from, for tests of files that are not code.</summary>
internal static class Checkout
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Filingwire.slnx")))
                return folder;
        }
        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
