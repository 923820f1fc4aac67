using System.Collections.Frozen;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>The items of Form 8-K and how their captions begin, in letters only: the numbering since 23 August 2004 (Release 33-8400) and the one before.</summary>
internal static class ItemCaptions
{
    private static readonly (string Code, string[] Captions)[] Items =
    [
        ("1.01", ["entryintoamaterialdefinitive", "entryintomaterialdefinitive", "entryinto"]),
        ("1.02", ["terminationofamaterialdefinitive", "terminationofmaterialdefinitive", "terminationof"]),
        ("1.03", ["bankruptcyorreceivership"]),
        ("1.04", ["minesafety"]),
        ("1.05", ["materialcybersecurity"]),
        ("2.01", ["completionofacquisition", "completionoftheacquisition", "completionofdisposition", "completionof"]),
        ("2.02", ["resultsofoperation", "resultofoperation"]),
        ("2.03", ["creationofadirect", "creationofdirect", "creationof"]),
        ("2.04", ["triggeringevent"]),
        ("2.05", ["costsassociatedwith", "costassociatedwith"]),
        ("2.06", ["materialimpairment"]),
        ("3.01", ["noticeofdelisting", "noticeof"]),
        ("3.02", ["unregisteredsale"]),
        ("3.03", ["materialmodification"]),
        ("4.01", ["changesinregistrant", "changeinregistrant", "changesintheregistrant", "changesincompany", "changesinissuer"]),
        ("4.02", ["nonrelianceonpreviously", "nonreliance"]),
        ("5.01", ["changesincontrol", "changeincontrol"]),
        ("5.02", ["departureofdirector", "departureofprincipal", "departureofcertain", "departureof", "electionofdirector", "compensatoryarrangement", "appointmentof"]),
        ("5.03", ["amendmentstoarticles", "amendmenttoarticles", "amendmentstothearticles", "amendmentsto", "amendmentto", "changeinfiscalyear"]),
        ("5.04", ["temporarysuspension"]),
        ("5.05", ["amendmentstotheregistrant", "amendmenttotheregistrant", "amendmentstoregistrant", "amendmenttoregistrant", "amendmentsto"]),
        ("5.06", ["changeinshell"]),
        ("5.07", ["submissionofmatters"]),
        ("5.08", ["shareholderdirector", "shareholdernomination"]),
        ("6.01", ["absinformational"]),
        ("6.02", ["changeofservicer"]),
        ("6.03", ["changeincredit"]),
        ("6.04", ["failuretomake"]),
        ("6.05", ["securitiesactupdating"]),
        ("6.06", ["staticpool"]),
        ("7.01", ["regulationfd", "regfd"]),
        ("8.01", ["otherevent"]),
        ("9.01", ["financialstatementsandexhibits", "financialstatement", "exhibits"]),
        ("1", ["changesincontrol", "changeincontrol"]),
        ("2", ["acquisitionor", "acquisitionof", "dispositionof"]),
        ("3", ["bankruptcyor"]),
        ("4", ["changesinregistrant", "changeinregistrant", "changesintheregistrant"]),
        ("5", ["otherevent", "othermaterially", "othermatters"]),
        ("6", ["resignation"]),
        ("7", ["financialstatement", "exhibits"]),
        ("8", ["changeinfiscal"]),
        ("9", ["regulationfd", "salesofequity"]),
        ("10", ["amendmentstotheregistrant", "amendmentstothe"]),
        ("11", ["temporarysuspension"]),
        ("12", ["resultsofoperation", "disclosureofresults"]),
    ];

    private static readonly FrozenDictionary<string, string[]> ByCode = Items.ToFrozenDictionary(item => item.Code, item => item.Captions, StringComparer.Ordinal);

    /// <summary>Whether there is such an item.</summary>
    public static bool Exists(string code) => ByCode.ContainsKey(code);

    /// <summary>Whether letters begin with the caption of an item.</summary>
    /// <param name="code">The item.</param>
    /// <param name="letters">Letters and digits in lower case.</param>
    public static bool Begins(string code, string letters) =>
        ByCode.TryGetValue(code, out var captions) && Array.Exists(captions, caption => letters.StartsWith(caption, StringComparison.Ordinal));

    /// <summary>The item of the present numbering whose caption the header names; null when it is none.</summary>
    /// <param name="letters">Letters and digits in lower case.</param>
    public static string? CodeOf(string letters) =>
        Items.FirstOrDefault(item => item.Code.Length == 4 && letters.StartsWith(item.Captions[0], StringComparison.Ordinal)).Code;
}
