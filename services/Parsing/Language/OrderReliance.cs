using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>The filing says that the registrant relies on an order of the Commission that moves due dates.</summary>
/// <param name="Event">"covid-19", "hurricane-harvey", "bf-borgers".</param>
/// <param name="Evidence">The sentence.</param>
public sealed record OrderReliance(string Event, Source Evidence);

/// <summary>
/// Finds sentences by which a registrant relies on an order of the Commission that moved due dates. A sentence has to speak of relying and of the order (or
/// its release), and the event has to be named by it, by the release's number or by the sentences around it; who only tells of a storm relies on nothing.
/// </summary>
internal static partial class OrderReliances
{
    private const byte Written = 90;
    private const int Around = 2;

    private static readonly string[] Hints = ["covid", "coronavirus", "hurricane", "storm", "katrina", "borgers", "34-8"];

    private static readonly (string Event, Regex Named)[] Events =
    [
        ("covid-19", Covid()), ("hurricane-katrina", Katrina()), ("hurricane-sandy", Sandy()), ("hurricane-harvey", Harvey()), ("hurricane-irma", Irma()),
        ("hurricane-maria", Maria()), ("hurricane-florence", Florence()), ("hurricane-michael", Michael()),
    ];

    /// <summary>Reads a stretch of a text; most name no event at all, which is told without cutting them into sentences.</summary>
    public static IReadOnlyList<OrderReliance> FindAll(SourceText source, TextRange range)
    {
        var text = source.Content.AsSpan(range.Start, range.Length);
        foreach (var hint in Hints)
            if (text.Contains(hint, StringComparison.OrdinalIgnoreCase))
                return FindAll(Prose.Sentences(source, range));
        return [];
    }

    /// <summary>Each event once.</summary>
    public static IReadOnlyList<OrderReliance> FindAll(IReadOnlyList<Passage> sentences)
    {
        List<OrderReliance> found = [];
        for (var i = 0; i < sentences.Count; i++)
        {
            var text = sentences[i].Text;
            // A former client's notice names the firm and the Commission's action against it; the order asks for no more.
            if (Borgers().IsMatch(text) && Barred().IsMatch(string.Join(' ', Near(sentences, i))))
                Add(found, "bf-borgers", sentences[i]);
            if (Relies().Match(text) is not { Success: true } match || !Assertion.Holds(text, match.Index))
                continue;
            foreach (var (name, named) in Events)
                if (named.IsMatch(text))
                    Add(found, name, sentences[i]);
            if (found.Count == 0 && Events.Where(candidate => Near(sentences, i).Any(near => candidate.Named.IsMatch(near))).ToList() is [var only])
                Add(found, only.Event, sentences[i]);
        }
        return found;
    }

    private static void Add(List<OrderReliance> found, string name, Passage sentence)
    {
        if (!found.Exists(known => known.Event == name))
            found.Add(new OrderReliance(name, sentence.Cite(0, sentence.Text.Length, "order-reliance", Written)));
    }

    private static IEnumerable<string> Near(IReadOnlyList<Passage> sentences, int i) =>
        sentences.Skip(Math.Max(0, i - Around)).Take(2 * Around + 1).Select(sentence => sentence.Text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // "is relying on the SEC's Order under Section 36 …", "in reliance upon Release No. 34-88465", "pursuant to the Order … extending"
    [GeneratedRegex(@"\b(rel(y|ies|ied|ying)|reliance|avail\w*\s(itself|ourselves|of)|elect\w*\sto\suse|taking\sadvantage)\b.{0,240}\b(order|relief|release\sno|exempti\w+|34-\d{5})|\b(order|relief|release|exempti\w+)\b.{0,160}\b(the\scompany|registrant|we|it)\b.{0,40}\b(rel(y|ies|ied|ying)|reliance)\b", Options)]
    private static partial Regex Relies();

    [GeneratedRegex(@"\bCOVID|\bcoronavirus\b|34-88318|34-88465", Options)]
    private static partial Regex Covid();

    [GeneratedRegex(@"\bKatrina\b|34-52444", Options)]
    private static partial Regex Katrina();

    [GeneratedRegex(@"\b(Hurricane|Superstorm|Tropical\sStorm)\sSandy\b|34-68224", Options)]
    private static partial Regex Sandy();

    // One release for three storms: the number alone names none.
    [GeneratedRegex(@"\b(Hurricane|Tropical\sStorm)s?\sHarvey\b|\bHarvey\b.{0,40}\bIrma\b", Options)]
    private static partial Regex Harvey();

    [GeneratedRegex(@"\bHurricane\sIrma\b", Options)]
    private static partial Regex Irma();

    [GeneratedRegex(@"\bHurricane\sMaria\b", Options)]
    private static partial Regex Maria();

    [GeneratedRegex(@"\bHurricane\sFlorence\b|34-84210", Options)]
    private static partial Regex Florence();

    [GeneratedRegex(@"\bHurricane\sMichael\b|34-84440", Options)]
    private static partial Regex Michael();

    [GeneratedRegex(@"\bBF\s?Borgers\b|\bBenjamin\sF\.?\sBorgers\b", Options)]
    private static partial Regex Borgers();

    [GeneratedRegex(@"\b(suspen\w+|bar(red)?|order|denied\sthe\sprivilege|no\slonger\s(permitted|able)|permanent\w*)\b", Options)]
    private static partial Regex Barred();
}
