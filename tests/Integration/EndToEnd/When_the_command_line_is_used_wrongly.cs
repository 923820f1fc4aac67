using System.Diagnostics;
using System.IO.Compression;

namespace Filingwire.Integration.EndToEnd;

/// <summary>Every mistake becomes a sentence and an exit code.</summary>
public sealed class When_the_command_line_is_used_wrongly : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(64, "no option --josn", "parse", "some.txt", "--josn")]
    [InlineData(64, "is no day", "demo", "--as-of", "yesterday")]
    [InlineData(64, "is no day", "get", "issuers/1", "--as-of", "2024-13-01")]
    [InlineData(64, "from 1 to", "import", "some.txt", "--parallel", "0")]
    [InlineData(64, "is no address", "status", "--extraction", "ftp://somewhere")]
    [InlineData(64, "no file or folder", "import", "nowhere.zip")]
    [InlineData(64, "", "nonsense")]
    [InlineData(1, "nowhere.txt", "parse", "nowhere.txt")]
    [InlineData(69, "cannot be reached", "get", "issuers/1", "--restatement", "http://127.0.0.1:9")]
    public async Task It_says_so_in_a_sentence(int exit, string said, params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(exit, code);
    }

    [Fact]
    public async Task A_second_up_says_which_address_is_taken()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 5201);
        try
        {
            taken.Start();
        }
        catch (System.Net.Sockets.SocketException)
        {
            // Somebody has it already, which is what this needs.
        }
        var (code, output) = await RunAsync(["up", "--data", folder.FullName]);
        Assert.Contains("Cannot listen on http://127.0.0.1:5201", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(3, code);
    }

    [Fact]
    public async Task An_import_goes_on_past_what_is_broken_names_it_and_does_not_end_with_0()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "a.zip"), [.. "PK"u8, 3, 4, 9, 9]);
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "b.txt"), Path.Combine(folder.FullName, "gone.txt"));
        using (var whole = ZipFile.Open(Path.Combine(folder.FullName, "c.zip"), ZipArchiveMode.Create))
        using (var entry = whole.CreateEntry("form4.txt").Open())
            entry.Write(Fixtures.Seeds.Form4);
        await using var services = await Standalone.EmbeddedServices.StartAsync(Path.Combine(folder.FullName, "stores"), anyPort: true, CancellationToken.None);
        var (code, output) = await RunAsync(["import", Path.Combine(folder.FullName, "a.zip"), Path.Combine(folder.FullName, "c.zip"), "--extraction", services.Extraction.ToString()]);
        Assert.Contains("a.zip: ", output, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 known, 1 refused", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task What_a_stranger_wrote_does_not_speak_to_the_terminal()
    {
        var file = Path.Combine(folder.FullName, "escape.txt");
        File.WriteAllText(file, System.Text.Encoding.UTF8.GetString(Fixtures.Seeds.Form4).Replace("Cellectar", "\u001b[2JCell\u202Eectar", StringComparison.OrdinalIgnoreCase));
        var (code, output) = await RunAsync(["parse", file]);
        Assert.Equal(0, code);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u202e', output);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Filingwire.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output + await errors);
    }
}
