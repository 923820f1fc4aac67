using Filingwire.Contracts.Evidence;
using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Api;

/// <summary>Reads the parts of requests, and says INVALID_ARGUMENT with a reason where one cannot be read.</summary>
internal static class Requests
{
    public const int DefaultPageSize = 100;
    private const int MostPerPage = 1000;

    /// <summary>Null for an empty name.</summary>
    public static IssuerKey? Issuer(string name, string field = "issuer") => name.Length == 0 ? null
        : IssuerKey.TryParseResourceName(name, out var key) ? key
        : throw RequestException.Invalid("ISSUER_MALFORMED", field, "An issuer is named issuers/{CIK} or issuers/n-{name}.");

    /// <summary>Null for an empty name.</summary>
    public static OwnerKey? Owner(string name, string field = "owner") => name.Length == 0 ? null
        : OwnerKey.TryParseResourceName(name, out var key) ? key
        : throw RequestException.Invalid("OWNER_MALFORMED", field, "An owner is named owners/{CIK} or owners/n-{name}.");

    /// <summary>Null for an empty name.</summary>
    public static RowKey? Transaction(string name) => name.Length == 0 ? null
        : RowKey.TryParseResourceName(name, out var key) ? key
        : throw RequestException.Invalid("TRANSACTION_MALFORMED", "transaction", "A transaction is named transactions/{filing}.{table}.{ordinal}.");

    /// <summary>Null for an empty text.</summary>
    public static DateOnly? Date(string text, string field) => text.Length == 0 ? null
        : WireText.Date(text) is { } date ? date
        : throw RequestException.Invalid("DATE_MALFORMED", field, "A date is written YYYY-MM-DD.");

    /// <summary>Both ends, in order.</summary>
    public static (DateOnly? From, DateOnly? To) Window(string from, string to)
    {
        var (first, last) = (Date(from, "from"), Date(to, "to"));
        return first > last ? throw RequestException.Invalid("WINDOW_REVERSED", "to", "The window ends before it begins.") : (first, last);
    }

    /// <summary>1 to 1000; 100 when nothing is asked for.</summary>
    public static int PageSize(int asked) => asked switch
    {
        < 0 => throw RequestException.Invalid("PAGE_SIZE_NEGATIVE", "page_size", "The page size is negative."),
        0 => DefaultPageSize,
        _ => Math.Min(asked, MostPerPage),
    };

    /// <summary>Refuses a request that names neither.</summary>
    public static void NeedsEither(IssuerKey? issuer, OwnerKey? owner)
    {
        if (issuer is null && owner is null)
            throw RequestException.Invalid("FILTER_MISSING", "issuer", "Name an issuer, an owner or both.");
    }
}
