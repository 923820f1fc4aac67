namespace Filingwire.Store;

/// <summary>Several parts as one id or tag, of which two are equal only if all their parts are. Nobody takes it apart again: the parts stand in the document.</summary>
public static class CompositeKey
{
    /// <summary>The key of these parts, in this order.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var written = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            written[i] = parts[i].Replace("~", "~0", StringComparison.Ordinal).Replace("|", "~1", StringComparison.Ordinal);
        return string.Join('|', written);
    }
}
