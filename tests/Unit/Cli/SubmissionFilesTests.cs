using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Filingwire.Cli.Sources;
using Filingwire.Parsing;

namespace Filingwire.Unit.Cli;

public sealed class SubmissionFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-sources-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_gives_its_files_in_order_and_the_archives_among_them()
    {
        File.WriteAllText(PathOf("b.txt"), "second");
        File.WriteAllText(PathOf("a.txt"), "first");
        using (var gzip = new GZipStream(File.Create(PathOf("c.nc.tar.gz")), CompressionMode.Compress))
        using (var tar = new TarWriter(gzip))
            foreach (var name in new[] { "1.nc", "2.nc" })
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.ASCII.GetBytes("<SUBMISSION>\n" + name)) });
        using (var zip = ZipFile.Open(PathOf("d.zip"), ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry("inner/x.xml").Open()))
            writer.Write("zipped");
        Assert.Equal(
            ["a.txt: first", "b.txt: second", "c.nc.tar.gz/1.nc: <SUBMISSION>\n1.nc", "c.nc.tar.gz/2.nc: <SUBMISSION>\n2.nc", "d.zip/inner/x.xml: zipped"],
            SubmissionFiles.Read(folder.FullName).Select(file => $"{file.Name}: {Encoding.ASCII.GetString(file.Bytes.Span)}"));
    }

    [Theory]
    [InlineData("<SUBMISSION>\nA\n", "<SUBMISSION>\nB\n")]
    [InlineData("<SEC-DOCUMENT>A\r<SUBMISSION> in a line\r", "<SEC-DOCUMENT>B\r")]
    [InlineData("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n\n<SEC-DOCUMENT>A\n-----END PRIVACY-ENHANCED MESSAGE-----\n",
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n\n<SEC-DOCUMENT>B\n-----END PRIVACY-ENHANCED MESSAGE-----\n")]
    public void A_file_of_several_submissions_is_split(string first, string second)
    {
        File.WriteAllText(PathOf("feed"), first + second + first);
        var files = SubmissionFiles.Read(PathOf("feed")).ToList();
        Assert.Equal(["feed", "feed#2", "feed#3"], files.Select(file => file.Name));
        Assert.Equal([first, second, first], files.Select(file => Encoding.ASCII.GetString(file.Bytes.Span)));
    }

    [Fact]
    public void Submissions_larger_than_the_buffer_are_whole()
    {
        var large = "<SUBMISSION>\n" + new string('x', 1_000_000) + "\n";
        File.WriteAllText(PathOf("feed"), large + large + "<SUBMISSION>\nlast");
        Assert.Equal([large.Length, large.Length, 17], SubmissionFiles.Read(PathOf("feed")).Select(file => file.Bytes.Length));
    }

    [Fact]
    public void One_that_is_too_large_is_cut_off_and_the_next_is_still_given()
    {
        using (var stream = File.Create(PathOf("feed")))
        {
            stream.Write("<SUBMISSION>\n"u8);
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)'x');
            for (var i = 0; i < 45; i++)
                stream.Write(block);
            stream.Write("\n<SUBMISSION>\nlast"u8);
        }
        var files = SubmissionFiles.Read(PathOf("feed")).ToList();
        Assert.Equal(RejectionReason.TooLarge, FilingParser.Parse(files[0].Bytes).Reason);
        Assert.Equal("<SUBMISSION>\nlast", Encoding.ASCII.GetString(files[1].Bytes.Span));
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
