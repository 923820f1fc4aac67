using System.Globalization;

namespace Filingwire.Parsing.Envelopes;

/// <summary>The end of a registrant's fiscal year as the submission's header has it.</summary>
internal static class FiscalYears
{
    /// <summary>Any year stands for all.</summary>
    private const int SomeYear = 2001;

    /// <summary>The day and month of the first party that has one, in some year; null where the header has none that exists.</summary>
    public static DateOnly? EndOf(SubmissionHeader header)
    {
        foreach (var party in header.Parties)
        {
            if (party.FiscalYearEnd?.Value is { Length: 4 } written && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number / 100 is >= 1 and <= 12 && number % 100 is >= 1 and var day && day <= DateTime.DaysInMonth(SomeYear, number / 100))
                return new DateOnly(SomeYear, number / 100, day);
        }
        return null;
    }
}
