using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>
/// What identifies a row: its filing, its table and its place there. Never its content, because equal rows in one filing are equal trades.
/// </summary>
/// <param name="Filing">The filing.</param>
/// <param name="Table">1: Table I, non-derivative. 2: Table II, derivative.</param>
/// <param name="Ordinal">From 1, transactions and holdings counted together.</param>
[JsonConverter(typeof(IdentifierJson<RowKey>))]
public readonly record struct RowKey(FilingId Filing, int Table, int Ordinal) : IIdentifier<RowKey>
{
    private const string Collection = "transactions/";

    /// <summary><c>transactions/{filing}.{table}.{ordinal}</c></summary>
    public string ResourceName => Collection + this;

    /// <summary>Reads <c>{filing}.{table}.{ordinal}</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RowKey key)
    {
        key = default;
        if (text?.Split('.') is not [var filing, "1" or "2", var place] parts || !FilingId.TryParse(filing, out var id)
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || ordinal < 1)
            return false;
        key = new RowKey(id, parts[1] == "1" ? 1 : 2, ordinal);
        return true;
    }

    /// <summary>Reads a resource name.</summary>
    public static bool TryParseResourceName([NotNullWhen(true)] string? name, out RowKey key)
    {
        key = default;
        return name is not null && name.StartsWith(Collection, StringComparison.Ordinal) && TryParse(name[Collection.Length..], out key);
    }

    /// <summary>By filing, table and ordinal.</summary>
    public static int Compare(RowKey left, RowKey right)
    {
        var byFiling = string.CompareOrdinal(left.Filing.ToString(), right.Filing.ToString());
        if (byFiling != 0)
            return byFiling;
        return left.Table != right.Table ? left.Table.CompareTo(right.Table) : left.Ordinal.CompareTo(right.Ordinal);
    }

    /// <summary>Without the collection.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Filing}.{Table}.{Ordinal}");
}
