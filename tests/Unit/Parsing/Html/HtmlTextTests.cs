using System.Text;
using Filingwire.Parsing.Html;

namespace Filingwire.Unit.Parsing.Html;

/// <summary>What a reader sees of HTML, and where each character stands.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("<b>Form</b>&nbsp;<i>10-</i><i>K</i>", "Form 10-K")]
    [InlineData("a \n  b&nbsp;&nbsp;&#160; c", "a b c")]
    [InlineData("<table><tr><td>a</td><td></td><td><p>b</p></td></tr><tr><td>c</td></tr></table>", "a\t\tb\nc")]
    [InlineData("<table><tr><td><div>x</div><div>y</div></td><td>z</td></tr></table>", "x\n\ny\tz")]
    [InlineData("a<!-- no > text --><script>if (a < b) c();</script><style>p{}</style>b", "ab")]
    [InlineData("<title>no</title>yes<div style=\"display: none\">no<div>no</div></div>", "yes")]
    [InlineData("<p style='display:none'>1<p>seen</p>", "seen")]
    [InlineData("<ix:header><ix:hidden>no</ix:hidden></ix:header><ix:nonNumeric name=\"dei:X\">yes</ix:nonNumeric>", "yes")]
    [InlineData("&#147;x&#148; &ldquo;y&rdquo; &amp;amp; &lt;b&gt; AT&T &unknown; &#x41;", "“x” “y” &amp; <b> AT&T &unknown; A")]
    [InlineData("1 < 2 and 3<4", "1 < 2 and 3<4")]
    [InlineData("<a title=\"x > y\">in</a>", "in")]
    [InlineData("<font face=\"Wingdings\">x</font> Yes <font face=Wingdings>&#168;</font> No", "☒ Yes ☐ No")]
    [InlineData("<span style=\"font-family:Wingdings\">þ<span>o</span></span>x", "☑☐x")]
    [InlineData("<font face='Wingdings 2'>R&#163;</font>", "☑☐")]
    [InlineData("<img alt=\"checked box\"><img alt='logo'><input type=checkbox checked><input type=checkbox>", "☒☒☐")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("so&shy;ft&#8203;", "soft")]
    [InlineData("<p>unclosed <b>tags <td>here", "unclosed tags here")]
    public void Seen(string html, string text) => Assert.Equal(text, HtmlText.Read(Encoding.UTF8.GetBytes(html), 0).Content.Trim());

    [Fact]
    public void Every_character_knows_its_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes("<p>caf\u00e9 &amp; <b>bar</b></p><p>\u201cquoted\u201d</p>");
        var text = HtmlText.Read(bytes, 1000);
        string Bytes(string part)
        {
            var span = text.SpanOf(text.Content.IndexOf(part, StringComparison.Ordinal), part.Length);
            return Encoding.UTF8.GetString(bytes.AsSpan(span.Start - 1000, span.Length));
        }
        Assert.Equal("caf\u00e9", Bytes("caf\u00e9"));
        Assert.Equal("&amp;", Bytes("&"));
        Assert.Equal("bar", Bytes("bar"));
        Assert.Equal("&amp; <b>bar", Bytes("& bar"));
        Assert.Equal("\u201cquoted\u201d", Bytes("\u201cquoted\u201d"));
        Assert.Equal("bar</b></p><p>\u201c", Bytes("bar\n\n\u201c"));
    }

    [Fact]
    public void Old_files_are_read_as_windows_1252() =>
        Assert.Equal("it’s — ok", HtmlText.Read([.. "it"u8, 0x92, .. "s "u8, 0x97, .. " ok"u8], 0).Content);

    [Fact]
    public void Reading_stops_where_it_is_told() =>
        Assert.InRange(HtmlText.Read(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<p>word</p>", 10_000))), 0, 500).Content.Length, 500, 520);
}
