using System.Security.Cryptography;
using System.Text;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;

namespace Filingwire.Unit.Hosting;

public sealed class AccessTokensTests
{
    private static readonly string Hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("secret")));

    [Theory]
    [InlineData("reader", Role.Reader)]
    [InlineData("Submitter", Role.Submitter)]
    [InlineData("peer", Role.Peer)]
    [InlineData("OPERATOR", Role.Operator)]
    public void A_line_gives_a_token_its_role(string name, Role role)
    {
        var tokens = AccessTokens.Parse(["# who may call", "", $"{name}  {Hash}"]);
        Assert.Equal(role, tokens.RoleOf("secret"));
        Assert.Null(tokens.RoleOf("secrets"));
        Assert.Null(tokens.RoleOf(""));
    }

    [Theory]
    [InlineData("reader,submitter")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("admin")]
    public void What_is_no_role_is_refused(string name) => Assert.Throws<OptionsException>(() => AccessTokens.Parse([$"{name} {Hash}"]));

    [Fact]
    public void The_empty_token_and_a_repeated_one_are_refused()
    {
        Assert.Throws<OptionsException>(() => AccessTokens.Parse(["reader sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]));
        Assert.Throws<OptionsException>(() => AccessTokens.Parse([$"reader {Hash}", $"operator {Hash}"]));
    }
}
