using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>The words that make a clause a denial, a possibility, a memory or somebody else's matter, and the words that end their scope. Data: a line per trigger or family of triggers.</summary>
internal static partial class AssertionTriggers
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Verbs of thinking and saying pass on what they deny: "has not concluded that …".
    private const string Thinks = @"believe\w{0,2}|expect\w{0,3}|anticipat\w{1,4}|think|consider\w{0,3}|foresee|intend\w{0,3}|conclu\w{1,5}|determin\w{1,4}|aware|indicat\w{1,4}|suggest\w{0,3}|f[io]u?nd|identif\w{1,4}"
        + @"|mean|impl\w{1,4}|assurance|certain|confirm\w{0,3}|know|assume|agree\w?|likely|clear|state|assert";

    [GeneratedRegex(
        @"\b(not(?!\sonly\b|\slater\b|\sless\b|\sbeen\spreviously\b|\slimited\b|\stimely\b)"
        + @"|never|neither|nor|cannot|without(?!\sunreasonable)"
        + @"|no(?!\slonger\b|\slater\b|\sless\b|\.|\s\d)"
        + @"|rather\sthan|instead\sof|free\s(of|from)|absence\sof"
        + @"|unable\sto\sdetermine)\b", Options)]
    public static partial Regex Negation();

    [GeneratedRegex(@"[:(]|,\s(as|the|its|our|such|these|those|we|it|management|this)\b|\b(and|but|because|since|therefore|however|although|though|as\sa\sresult|accordingly|due\sto|until|which|who|when|except|other\sthan|pending|complet\w{1,4}|finali[sz]\w{1,4}|finish\w{0,3}|(?<!\b(" + Thinks + @")\s)that)\b", Options)]
    public static partial Regex EndOfNegation();

    // A condition governs the whole sentence, its main clause too.
    [GeneratedRegex(@"\b(if|unless|in\sthe\sevent|in\scase|assuming|were\s(we|it|the\scompany)\sto|should\s(we|it|the\scompany)\sbe|to\sthe\sextent|in\scircumstances\s(where|in\swhich))\b", Options)]
    public static partial Regex Condition();

    [GeneratedRegex(@"\b(but|however|although|nevertheless)\b", Options)]
    public static partial Regex EndOfCondition();

    [GeneratedRegex(
        @"\b(whether"
        + @"|(possibilit|uncertaint)(y|ies)|risks?|likelihood|no\sassurances?|cannot\sassure"
        + @"|(evaluat|assess|consider|determin|investigat|analyz)\w{1,4}\sthe\s(need|necessity|possibility|potential)"
        + @"|potential\sneed"
        + @"|may\sor\smay\snot)\b", Options)]
    public static partial Regex OpenQuestion();

    [GeneratedRegex(@"\b(but|however|although|nevertheless|because|(,\s?)?and\s(has|have|had|will|is|are|was|were|it|we|the\s\w+\s(has|have|will|is)|therefore|accordingly|concluded|determined))\b", Options)]
    public static partial Regex EndOfQuestion();

    // The month of May is no verb.
    [GeneratedRegex(@"\b((?<!\b(in|of|since|until|by|ended|during|on|late|early)\s)may(?!,?\s{1,2}\d)|might|could(?!\snot\b)|would(?!\snot\b|\shave\s(been|had)))\b", Options)]
    public static partial Regex Modal();

    [GeneratedRegex(@"[;,:]|\b(and|but|because|however|although|therefore|as\sa\sresult|accordingly|due\sto|after|which|until|complet\w{1,4}|finali[sz]\w{1,4})\b", Options)]
    public static partial Regex EndOfModal();

    // What stands right before the place: "any error", "potential restatement", "possible errors in".
    [GeneratedRegex(@"\b(any|potential(ly)?|possibl[ey]|hypothetical|alleged|likely(?=\s(to|a|an)\b)|future)\s(\w+\s){0,2}$", Options)]
    public static partial Regex Adjacent();

    [GeneratedRegex(@"^\W{0,2}(\w+\W{1,2}){0,8}?((is|are|was|were|be|been|being)\s(also\s)?not\s(\w+\s){0,2}(required|necessary|needed|affected|impacted|identified|found)|(is|are|was|were|be)\s(unaffected|unchanged)|do(es)?\snot\s(affect|impact|require|relate))", Options)]
    public static partial Regex DeniedBehind();

    [GeneratedRegex(@"^\W{0,2}(\w+\W{1,2}){0,8}?(may|might|could|would)\s(also\s)?(be|become|need|have\sto|not)\b(?!\s(relied|reliable))", Options)]
    public static partial Regex DoubtedBehind();

    [GeneratedRegex(
        @"\b(previously(?!\s(issued|reported|filed|disclosed|announced|furnished|published|audited|presented|stated|recorded|recognized|unissued))"
        + @"|as\s(previously|originally|first)\s$"
        + @"|(prior|earlier|previous|former|past)\s$"
        + @"|history\sof\b|in\sthe\spast\b)", Options)]
    public static partial Regex Past();

    [GeneratedRegex(@"[;,:]|\b(and|but|because|which|should|will)\b", Options)]
    public static partial Regex EndOfPast();

    private const string Others = @"(customers?|suppliers?|vendors?|competitors?|tenants?|borrowers?|lenders?|investees?|franchisees?|licensees?|licensors?|distributors?|peers?|counterpart(y|ies)|acquirers?|guarantors?|employers?|subsidiar(y|ies)|affiliates?|joint\sventures?|companies|issuers|registrants|SPACs)";

    private const string Speaks = @"(announced|disclosed|reported|stated|said|concluded|determined|advised|informed|notified)";

    // Somebody else's statements, or somebody else as the one who speaks of its own.
    [GeneratedRegex(
        @"\b(((that|such|the)\sother|another|that)\scompany['’]s"
        + @"|(an?|another|other|many|several|certain|its|our|their|the\scompany['’]s|one\sof\s(its|our|the\scompany['’]s|the))\s([\w-]+\s){0,3}" + Others
        + @"(['’]s?\s|,?\s((which|who|that)\s)?((has|have|had)\s)?((recently|also|previously)\s)?" + Speaks + @"\b))", Options)]
    public static partial Regex OtherPerson();

    [GeneratedRegex(@"\b((?<!\bother\s)(the|of\sthe)\s(company|registrant|corporation|partnership|trust|issuer)\b|we|our\s(previously|financial|consolidated|audited|unaudited)|management|audit\scommittee|board\sof|accordingly|therefore|as\sa\sresult)\b", Options)]
    public static partial Regex EndOfPerson();

    [GeneratedRegex(@"^\W{0,2}of\s((that|another|the\sother|such\sother)\scompany|(an?|its|one\sof\sits)\s(\w+\s){0,2}(customer|supplier|competitor|former\semployer)s?)\b", Options)]
    public static partial Regex OtherPersonBehind();
}
