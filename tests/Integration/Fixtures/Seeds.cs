namespace Filingwire.Integration.Fixtures;

/// <summary>The documents that the project is built around.</summary>
internal static class Seeds
{
    /// <summary>A Form 4 as recognised text.</summary>
    public static byte[] Form4 => Read("form4-ocr.txt");

    /// <summary>A Form 12b-25 as recognised text.</summary>
    public static byte[] Notice => Read("nt10q-ocr.txt");

    private static byte[] Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "Fixtures", "seeds", name) is var path && File.Exists(path))
                return File.ReadAllBytes(path);
        throw new FileNotFoundException("The fixture is missing.", name);
    }
}
