using System.CommandLine;
using System.CommandLine.Parsing;
using Filingwire.Extraction.Readings;
using Filingwire.Parsing;
using Google.Protobuf;

namespace Filingwire.Cli;

/// <summary><c>parse FILE... [--json]</c>: reads filings without any server.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to read; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(NamesOnly);
        var json = new Option<bool>("--json") { Description = "Print the proto3 JSON of filingwire.extraction.v1.Filing, one filing per line." };
        var command = new Command("parse", "Read filings and print what they say, with the source of every value.") { files, json };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetValue(json)));
        return command;
    }

    /// <summary>A mistyped option is no file.</summary>
    internal static void NamesOnly(ArgumentResult files)
    {
        foreach (var token in files.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            files.AddError($"There is no option {token.Value}; a file of that name is given as ./{token.Value}.");
    }

    private static int Run(string[] files, bool json)
    {
        var exit = 0;
        foreach (var file in files)
            exit = Math.Max(exit, Parse(file, json));
        return exit;
    }

    private static int Parse(string file, bool json)
    {
        byte[] bytes;
        try
        {
            bytes = file == "-" ? ReadStandardInput() : File.ReadAllBytes(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Printable.Line($"{file}: {problem.Message}"));
            return Failures.Failed;
        }

        var result = FilingParser.Parse(bytes);
        if (result.Filing is not { } parsed)
        {
            Console.Error.WriteLine(Printable.Line($"{file}: no filing ({result.Reason}): {result.Message}"));
            return Failures.NoFiling;
        }
        var filing = IdentifiedFiling.Identify(parsed, StatedFacts.None).ToProto();
        if (json)
            Console.Out.WriteLine(JsonFormatter.Default.Format(filing));
        else
            FilingPrinter.Print(Console.Out, file, filing);
        return 0;
    }

    private static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
