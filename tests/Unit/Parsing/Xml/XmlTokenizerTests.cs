using System.Text;
using Filingwire.Parsing.Xml;

namespace Filingwire.Unit.Parsing.Xml;

public sealed class XmlTokenizerTests
{
    public static TheoryData<string, string> Rows => new()
    {
        { "<a>t</a>", "StartTag a|Text t|EndTag a" },
        { "<a/>", "EmptyTag a" },
        { "<a />", "EmptyTag a" },
        { "<a x='1/2'/>b", "EmptyTag a|Text b" },
        { "<a x=\"1>2\">b</a>", "StartTag a|Text b|EndTag a" },
        { "<?xml version=\"1.0\"?><a>", "StartTag a" },
        { "<!-- <x> --><a>", "StartTag a" },
        { "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "StartTag a|Text &x;|EndTag a" },
        { "<!DOCTYPE a SYSTEM \"http://example.com/x.dtd\"><a>", "StartTag a" },
        { "<a><![CDATA[1 < 2 & 3]]></a>", "StartTag a|CharacterData 1 < 2 & 3|EndTag a" },
        { "<o:a>t</o:a>", "StartTag a|Text t|EndTag a" },
        { "<a>5 < 6</a>", "StartTag a|Text! 5 < 6|EndTag a" },
        { "<a>x <5%</a>", "StartTag a|Text! x <5%|EndTag a" },
        { "<a <b>t</b>", "StartTag! a|StartTag b|Text t|EndTag b" },
        { "<a", "StartTag! a" },
        { "<a x=\"1>t</a>", "StartTag a|Text t|EndTag a" },
        { "t", "Text t" },
        { "<", "Text! <" },
        { "", "" },
        { "<a><!-- never closed", "StartTag a" },
        { "<a><![CDATA[cut", "StartTag a|CharacterData! cut" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tokens_are_cut(string xml, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        var read = new List<string>();
        var tokenizer = new XmlTokenizer(bytes, 0, bytes.Length);
        while (tokenizer.Next())
            read.Add($"{tokenizer.Kind}{(tokenizer.IsMalformed ? "!" : "")} " + (tokenizer.Kind is XmlTokenKind.Text or XmlTokenKind.CharacterData
                ? Encoding.UTF8.GetString(bytes, tokenizer.Start, tokenizer.End - tokenizer.Start)
                : Encoding.UTF8.GetString(tokenizer.Name)));
        Assert.Equal(expected, string.Join('|', read));
    }

    [Theory]
    [InlineData("<f id=\"F1\"/>", "F1")]
    [InlineData("<f  id = 'F1' />", "F1")]
    [InlineData("<f xid=\"no\" id=\"F2\">", "F2")]
    [InlineData("<f id=F1>", null)]
    [InlineData("<f>", null)]
    public void Attributes_are_found(string tag, string? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(tag);
        var tokenizer = new XmlTokenizer(bytes, 0, bytes.Length);
        Assert.True(tokenizer.Next());
        Assert.Equal(expected is not null, tokenizer.TryGetAttribute("id"u8, out var start, out var end));
        if (expected is not null)
            Assert.Equal(expected, Encoding.UTF8.GetString(bytes, start, end - start));
    }

    [Theory]
    [InlineData("a &amp; b", "a & b")]
    [InlineData("&lt;&gt;&quot;&apos;", "<>\"'")]
    [InlineData("&#8217;&#x2019;", "’’")]
    [InlineData("AT&T &unknown; &amp", "AT&T &unknown; &amp")]
    [InlineData("&#0;&#xD800;&#x110000;&#;", "&#0;&#xD800;&#x110000;&#;")]
    [InlineData("&", "&")]
    [InlineData("é", "é")]
    public void References_are_decoded_and_nothing_else(string text, string expected) => Assert.Equal(expected, XmlText.Decode(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_no_utf8_are_read_as_windows_1252() => Assert.Equal("a’b & c", XmlText.Decode([0x61, 0x92, 0x62, .. " &amp; c"u8]));

    [Fact]
    public void A_bomb_of_entities_stays_what_it_is()
    {
        var xml = "<!DOCTYPE b [<!ENTITY a \"" + new string('x', 1000) + "\"><!ENTITY b \"&a;&a;&a;\">]><b>&b;</b>";
        Assert.Equal("&b;", XmlText.ToSourceText(Encoding.UTF8.GetBytes(xml), 0).Content);
    }
}
