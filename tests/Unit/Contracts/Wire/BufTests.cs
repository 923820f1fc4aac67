using System.Diagnostics;

namespace Filingwire.Unit.Contracts.Wire;

/// <summary>What buf says of the protos. It is looked for in FILINGWIRE_BUF, on the PATH and among the foreign peers of the interoperability tests.</summary>
public sealed class BufTests
{
    private static readonly string? Buf = Find();

    [Theory]
    [InlineData("lint")]
    [InlineData("breaking", "--against", "../tests/Unit/Contracts/Wire/v1.binpb")]
    public async Task Buf_has_nothing_to_say_of_the_protos(params string[] arguments)
    {
        Assert.SkipWhen(Buf is null, "buf is not installed; it comes from npm with the foreign peers (tests/Interop/install-peers.sh), or FILINGWIRE_BUF names it.");
        using var buf = Process.Start(new ProcessStartInfo(Buf, arguments)
        {
            WorkingDirectory = Path.Combine(Checkout.Root, "protos"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var cancellation = TestContext.Current.CancellationToken;
        var errors = buf.StandardError.ReadToEndAsync(cancellation);
        var said = await buf.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await buf.WaitForExitAsync(cancellation);
        Assert.Equal("", said);
        Assert.Equal(0, buf.ExitCode);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "buf"))
            .Prepend(Environment.GetEnvironmentVariable("FILINGWIRE_BUF") ?? "")
            .Append(Path.Combine(Checkout.Root, "tests", "Interop", "peers", "node", "node_modules", ".bin", "buf"))
            .FirstOrDefault(File.Exists);
}
