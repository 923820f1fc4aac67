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

    [Theory]
    [InlineData("<SUBMISSION>\n<ACCESSION-NUMBER>1\n<TYPE>10-K/A\n<DOCUMENT>\n<TYPE>EX-1\n", "10-K/A")]
    [InlineData("<SEC-DOCUMENT>1.txt : 20250102\r\nCONFORMED SUBMISSION TYPE:\tSCHEDULE 13D/A\r\n", "SCHEDULE 13D/A")]
    [InlineData("<DOCUMENT>\n<TYPE>10-K\n", null)]
    [InlineData("<html>", null)]
    public void The_header_tells_the_form(string text, string? type) => Assert.Equal(type, SubmissionType.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void What_nobody_wants_is_passed_over_and_what_has_no_header_is_given()
    {
        File.WriteAllText(PathOf("feed"), "<SUBMISSION>\n<TYPE>4\n<SUBMISSION>\n<TYPE>424B2\n");
        File.WriteAllText(PathOf("plain.txt"), "FORM 4");
        Assert.Equal(
            [("feed", false), ("feed#2", true), ("plain.txt", false)],
            SubmissionFiles.Read(folder.FullName, type => type == "4").Select(file => (file.Name, file.IsPassedOver)));
    }

    [Fact]
    public void A_damaged_member_is_named_and_the_rest_is_given()
    {
        using (var zip = ZipFile.Open(PathOf("a.zip"), ZipArchiveMode.Create))
            foreach (var name in new[] { "1.txt", "2.txt", "3.txt" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                for (var i = 0; i < 2000; i++)
                    writer.Write($"{name} {i * 7919 % 1000} ");
            }
        var bytes = File.ReadAllBytes(PathOf("a.zip"));
        // The second member's data begins behind its name: no block begins with these bits.
        var at = bytes.AsSpan().IndexOf("2.txt"u8) + "2.txt".Length;
        bytes.AsSpan(at, 60).Fill(0xff);
        File.WriteAllBytes(PathOf("a.zip"), bytes);
        File.WriteAllText(PathOf("b.txt"), "whole");
        var files = SubmissionFiles.Read(folder.FullName).ToList();
        Assert.Contains(files, file => file is { Name: "a.zip/2.txt", Problem.Length: > 0 });
        Assert.Contains(files, file => file is { Name: "a.zip/3.txt", Problem: null });
        Assert.Contains(files, file => file is { Name: "b.txt", Problem: null });
    }

    [Fact]
    public void An_archive_that_was_cut_off_gives_what_it_has()
    {
        using (var gzip = new GZipStream(File.Create(PathOf("a.nc.tar.gz")), CompressionMode.Compress))
        using (var tar = new TarWriter(gzip))
            foreach (var name in new[] { "1.nc", "2.nc" })
            {
                var noise = new byte[200_000];
                new Random(3).NextBytes(noise);
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([.. "<SUBMISSION>\n"u8, .. noise]) });
            }
        var bytes = File.ReadAllBytes(PathOf("a.nc.tar.gz"));
        File.WriteAllBytes(PathOf("a.nc.tar.gz"), bytes[..(bytes.Length - 100_000)]);
        File.WriteAllText(PathOf("b.txt"), "whole");
        var files = SubmissionFiles.Read(folder.FullName).ToList();
        Assert.Equal("a.nc.tar.gz/1.nc", files[0].Name);
        Assert.Contains(files, file => file.Problem is not null);
        Assert.Equal("b.txt", files[^1].Name);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
