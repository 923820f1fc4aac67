using System.CommandLine;

namespace Filingwire.Cli;

/// <summary>Where the services listen: options, else environment variables, else the standalone's own ports on loopback.</summary>
internal sealed class ServiceAddresses
{
    private const string Token = "FILINGWIRE_TOKEN";

    private readonly Option<string> extraction = Option("--extraction", "FILINGWIRE_EXTRACTION", Ports.Extraction);
    private readonly Option<string> restatement = Option("--restatement", "FILINGWIRE_RESTATEMENT", Ports.Restatement);
    private readonly Option<string> ownership = Option("--ownership", "FILINGWIRE_OWNERSHIP", Ports.Ownership);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(extraction);
        command.Options.Add(restatement);
        command.Options.Add(ownership);
    }

    /// <summary>Connects; the bearer token, if any, comes from the environment so that it never stands in a process list.</summary>
    public ServiceClients Connect(ParseResult result) => new(
        result.GetRequiredValue(extraction), result.GetRequiredValue(restatement), result.GetRequiredValue(ownership), Environment.GetEnvironmentVariable(Token));

    private static Option<string> Option(string name, string variable, int port)
    {
        var option = new Option<string>(name)
        {
            Description = $"Address of the service; {variable}, else the standalone's port.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) ?? FormattableString.Invariant($"http://127.0.0.1:{port}"),
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text
                && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
                result.AddError($"'{text}' is no address of a service: {name} and {variable} take http://host:port or https://host:port.");
        });
        return option;
    }
}
