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
    AdminCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
