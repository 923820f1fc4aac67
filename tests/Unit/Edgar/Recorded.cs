namespace Filingwire.Unit.Edgar;

/// <summary>Answers of EDGAR as recorded.</summary>
internal static class Recorded
{
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Checkout.Root, "tests", "Fixtures", "edgar", path));
}
