using System.CommandLine;
using Filingwire.Cli;

var root = new RootCommand("Filingwire: SEC filings in; facts with evidence, cases and events out.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    ParseCommand.Create(),
    ImportCommand.Create(),
    GetCommand.Create(),
    WatchCommand.Create(),
    StatusCommand.Create(),
    EdgarCommand.Create(),
    AdminCommand.Create(),
};
return await Failures.ReportAsync(async () =>
{
    var line = root.Parse(args);
    if (line.Errors.Count > 0)
        throw new UsageException(string.Join('\n', line.Errors.Select(error => error.Message)) + "\nSee ./filingwire help, or --help after a command.");
    return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
});
