using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Selection;
using Filingwire.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Filingwire.Edgar.Settings;

/// <summary>
/// How EDGAR is read. From environment variables <c>FILINGWIRE_EDGAR_*</c> and the command line (<c>--EDGAR_FORMS 4,NT</c>).
/// </summary>
public sealed partial record EdgarOptions
{
    /// <summary>The SEC's own ceiling for one user or company, over all its machines.</summary>
    public const int MostRequestsPerSecond = 10;

    /// <summary>Who asks, with a contact: "Company contact@company.tld". The SEC refuses tools that do not say it.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Where EDGAR is.</summary>
    public Uri BaseAddress { get; init; } = new("https://www.sec.gov/");

    /// <summary>The most requests within any second, 1 to 10.</summary>
    public int RequestsPerSecond { get; init; } = 5;

    /// <summary>How often the feed is read while EDGAR is open.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often otherwise.</summary>
    public TimeSpan PollEveryWhenClosed { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Submissions fetched at once. They share the requests per second.</summary>
    public int FetchesAtOnce { get; init; } = 8;

    /// <summary>What is fetched.</summary>
    public FormSelection Forms { get; init; } = FormSelection.None;

    /// <summary>A clock that runs differently, for rehearsals against a stand-in for EDGAR.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads the options.</summary>
    /// <exception cref="OptionsException">There is no User-Agent with a contact, or a value is not understood.</exception>
    public static EdgarOptions Read(string[] args)
    {
        var values = new ConfigurationBuilder().AddEnvironmentVariables("FILINGWIRE_").AddCommandLine(args).Build();
        var unknown = FormSelection.Read(values["EDGAR_FORMS"] ?? FormSelection.Default, values["EDGAR_ITEMS"] ?? "", out var forms);
        if (unknown is not null)
            throw new OptionsException($"FILINGWIRE_EDGAR_FORMS: '{unknown}' is none of {string.Join(", ", FormSelection.Known)}.");
        var options = new EdgarOptions
        {
            UserAgent = values["EDGAR_USER_AGENT"]?.Trim() ?? "",
            BaseAddress = Address(values["EDGAR_ADDRESS"]) ?? new Uri("https://www.sec.gov/"),
            RequestsPerSecond = Number(values, "EDGAR_REQUESTS_PER_SECOND", 1, MostRequestsPerSecond, 5),
            PollEvery = TimeSpan.FromSeconds(Number(values, "EDGAR_POLL_SECONDS", 1, 600, 15)),
            Forms = forms,
        };
        options.Validate();
        return values["EDGAR_REHEARSAL"] is { Length: > 0 } rehearsal ? options with { Time = options.RehearsalClock(rehearsal) } : options;
    }

    /// <exception cref="OptionsException">There is no User-Agent with a contact.</exception>
    internal void Validate()
    {
        if (!Contact().IsMatch(UserAgent))
            throw new OptionsException(
                "FILINGWIRE_EDGAR_USER_AGENT names who asks EDGAR, with a contact, as the SEC demands: \"Company Name contact@company.tld\".");
    }

    private TimeProvider RehearsalClock(string text) =>
        !BaseAddress.IsLoopback ? throw new OptionsException(
            "FILINGWIRE_EDGAR_REHEARSAL is for a stand-in on this machine; FILINGWIRE_EDGAR_ADDRESS names another.")
        : RehearsalTime.TryParse(text, out var time) ? time
        : throw new OptionsException(
            "FILINGWIRE_EDGAR_REHEARSAL is START,FACTOR,BEGAN: the instant to start at, how fast the clock runs, and when it was started.");

    private static Uri? Address(string? text) => text is not { Length: > 0 } ? null
        : Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) ? address
        : throw new OptionsException("FILINGWIRE_EDGAR_ADDRESS is no address.");

    private static int Number(IConfiguration values, string key, int least, int most, int otherwise) =>
        values[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new OptionsException($"FILINGWIRE_{key} is a number from {least} to {most}.");

    [GeneratedRegex(@"^\S.*\s\S+@[\w-]+(\.[\w-]+)+\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();
}
