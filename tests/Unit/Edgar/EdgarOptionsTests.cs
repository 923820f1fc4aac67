using Filingwire.Edgar.Settings;
using Filingwire.Edgar;
using Filingwire.Hosting.Settings;

namespace Filingwire.Unit.Edgar;

public sealed class EdgarOptionsTests
{
    [Theory]
    [InlineData("Example Corp ops@example.com")]
    [InlineData("Example Corp (ops@mail.example.co.uk)")]
    public void A_user_agent_with_a_contact_is_accepted(string agent) => Assert.Equal(agent, Read("EDGAR_USER_AGENT", agent).UserAgent);

    [Theory]
    [InlineData("")]
    [InlineData("Mozilla/5.0")]
    [InlineData("ops@example.com")]
    [InlineData("Example Corp ops@example")]
    public void Without_one_nothing_starts(string agent)
    {
        var refused = Assert.Throws<OptionsException>(() => Read("EDGAR_USER_AGENT", agent));
        Assert.Contains("FILINGWIRE_EDGAR_USER_AGENT", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EDGAR_REQUESTS_PER_SECOND", "11")]
    [InlineData("EDGAR_REQUESTS_PER_SECOND", "0")]
    [InlineData("EDGAR_FORMS", "4,8K")]
    [InlineData("EDGAR_REHEARSAL", "2025-08-04T09:50:00Z,1000,2026-11-29T03:00:00Z")]
    [InlineData("EDGAR_ADDRESS", "no address")]
    public void A_value_that_is_not_understood_is_named(string name, string value)
    {
        var refused = Assert.Throws<OptionsException>(() => Read("EDGAR_USER_AGENT", "Example Corp ops@example.com", name, value));
        Assert.Contains("FILINGWIRE_" + name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_runs_on_a_clock_of_its_own_and_on_this_machine_only()
    {
        var options = Read(
            "EDGAR_USER_AGENT", "Example Corp ops@example.com", "EDGAR_ADDRESS", "http://127.0.0.1:9", "EDGAR_REHEARSAL",
                "2025-08-04T09:50:00Z,100,2026-11-29T03:00:00Z");
        Assert.Equal("2025-08-04T09:50:00Z,100,2026-11-29T03:00:00Z", options.Time.ToString());
        Assert.Equal("http://127.0.0.1:9/", options.BaseAddress.AbsoluteUri);
    }

    private static EdgarOptions Read(params string[] values) => EdgarOptions.Read(
        [.. values.Chunk(2).SelectMany(pair => new[] { "--" + pair[0], pair[1] })]);
}
