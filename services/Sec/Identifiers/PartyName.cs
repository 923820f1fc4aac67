using System.Text;

namespace Filingwire.Sec.Identifiers;

/// <summary>Brings the ways in which filings write one name to one form, so that a name alone can identify provisionally.</summary>
public static class PartyName
{
    private static readonly HashSet<string> CompanyEndings = new(StringComparer.Ordinal)
    {
        "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC", "LP", "LLP", "PLC", "SA", "NV", "AG", "THE",
    };

    private const string Accented =   "ÀÁÂÃÄÅĄÇĆČÈÉÊËĘÌÍÎÏİŁÑŃŇÒÓÔÕÖØŐŘŚŠŞÙÚÛÜŰÝŹŻŽàáâãäåąçćčèéêëęìíîïıłñńňòóôõöøőřśšşùúûüűýÿźżž";
    private const string Unaccented = "AAAAAAACCCEEEEEIIIIILNNNOOOOOOORSSSUUUUUYZZZaaaaaaaccceeeeeiiiiilnnnooooooorsssuuuuuyyzzz";

    /// <summary>
    /// Upper case, punctuation gone, EDGAR's state suffix ("/DE/") and legal endings gone, single hyphens between words:
    /// "Cellectar Biosciences, Inc." and "CELLECTAR BIOSCIENCES INC /DE/" both give "cellectar-biosciences". Words that are nothing
    /// but an ending ("The Limited") are kept.
    /// </summary>
    /// <returns>Lower-case ASCII letters, digits and hyphens; null when the name has neither letter nor digit.</returns>
    public static string? Slug(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var words = Words(slash > 0 ? name[..slash] : name);
        if (words.Count == 0)
            words = Words(name);
        var kept = words.Where(word => !CompanyEndings.Contains(word)).ToList();
        if (kept.Count == 0)
            kept = words;
        return kept.Count == 0 ? null : string.Join('-', kept).ToLowerInvariant();
    }

    // Own table: the runtime decomposes letters only with ICU, which the deployed images do not carry.
    private static char Plain(char c)
    {
        var at = Accented.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Unaccented[at];
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name)
        {
            var plain = Plain(c);
            if (char.IsAsciiLetterOrDigit(plain))
                word.Append(char.ToUpperInvariant(plain));
            else if (c is not ('.' or '\'' or '’'))
                Flush();
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
