using Filingwire.Ownership.Api;
using Filingwire.Ownership.V1;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>The activity of a window is found whether a filing reports a day or half a year.</summary>
public sealed class When_a_window_is_asked_for
{
    [Theory]
    [InlineData("2024-01-01", "2024-01-31", new[] { "10", "1" }, 2)]
    [InlineData("2024-01-03", "2024-01-31", new[] { "10" }, 2)]
    [InlineData("2024-02-10", "2024-05-31", new string[0], 1)]
    [InlineData("2024-06-01", "2024-06-30", new[] { "20", "2" }, 2)]
    [InlineData("2024-07-01", "2024-12-31", new string[0], 0)]
    [InlineData("", "2024-01-02", new[] { "1" }, 1)]
    [InlineData("2024-06-02", "", new[] { "2" }, 1)]
    public async Task Filings_of_a_day_and_of_half_a_year_are_found(string from, string to, string[] shares, int filings)
    {
        await using var parts = await OwnershipParts.OpenAsync();
        await parts.TakeInAsync(
            Report(1, "4", "2024-06-10", 1, Trade("2024-01-02", "P", 1, 10, 1), Trade("2024-06-02", "P", 2, 10, 3)),
            Report(2, "4", "2024-01-22", 2, Trade("2024-01-20", "P", 10, 10, 10)),
            Report(3, "4", "2024-06-04", 3, Trade("2024-06-01", "P", 20, 10, 20)));
        var request = new GetIssuerActivityRequest { Issuer = Issuer };
        if (from.Length > 0)
            request.From = from;
        if (to.Length > 0)
            request.To = to;
        var answer = await parts.Get<ActivityAnswer>().AnswerAsync(request, false, TestContext.Current.CancellationToken);
        Assert.Equal(shares.Order(StringComparer.Ordinal), answer.Owners.SelectMany(owner => owner.Rows).Select(row => row.Shares).Order(StringComparer.Ordinal));
        Assert.Equal(filings, answer.Filings);
    }
}
