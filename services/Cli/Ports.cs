namespace Filingwire.Cli;

/// <summary>The loopback ports of the standalone.</summary>
internal static class Ports
{
    public const int Extraction = 5201;
    public const int Restatement = 5202;
    public const int Ownership = 5203;
    public const int Edgar = 5204;
}
