using System.CommandLine;
using System.Globalization;

namespace Filingwire.Cli;

/// <summary>Options that hold a day.</summary>
internal static class Days
{
    /// <summary>Refuses what is no day of the calendar before anything is asked.</summary>
    public static Option<T> IsDay<T>(this Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }, ..]
                && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"'{text}' is no day: {option.Name} takes one as 2024-08-20.");
        });
        return option;
    }
}
