using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>
/// Finds submissions made twice: same form, period and owners, and every row equal in every value, amounts following included. Two real trades of
/// equal size differ in the amount that follows; rows without it are therefore never taken for duplicates.
/// </summary>
internal static class Duplicates
{
    public static void Mark(IReadOnlyList<OwnershipReport> reports, Dictionary<FilingId, IReadOnlyList<OwnerKey>> owners, Standings standings)
    {
        var first = new Dictionary<string, OwnershipReport>(StringComparer.Ordinal);
        foreach (var report in reports)
            if (Content(report, owners[report.Filing]) is { } content && !first.TryAdd(content, report))
                standings.MarkDuplicate(report, first[content]);
    }

    /// <summary>A short mark of the rows' content by which a store can find candidates; null where there can be no duplicate.</summary>
    public static string? Fingerprint(OwnershipReport report)
    {
        if (Content(report, []) is not { } content)
            return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(content), hash);
        return Convert.ToHexStringLower(hash[..12]);
    }

    private static string? Content(OwnershipReport report, IReadOnlyList<OwnerKey> owners)
    {
        if (report.Rows.Count == 0 || report.Rows.Any(row => row.SharesFollowing?.Value is null && row.ValueFollowing?.Value is null))
            return null;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.FormType}|{report.PeriodOfReport:O}|{report.OriginalFiledOn:O}");
        foreach (var owner in owners.Select(owner => owner.ToString()).Order(StringComparer.Ordinal))
            text.Append('|').Append(owner);
        foreach (var row in report.Rows)
            text.Append(CultureInfo.InvariantCulture, $"\n{row.Table}|{row.Kind}|{SecurityClass.Of(row.SecurityTitle?.Value)}|{row.TransactionDate?.Value:O}|{row.Code?.Value}|{row.AcquiredDisposed?.Value}|")
                .Append(CultureInfo.InvariantCulture, $"{row.Shares?.Value:G29}|{row.TotalValue?.Value:G29}|{row.Price?.Value:G29}|{row.SharesFollowing?.Value:G29}|{row.ValueFollowing?.Value:G29}|")
                .Append(CultureInfo.InvariantCulture, $"{row.DirectOrIndirect?.Value}|{row.Nature?.Value}|{row.ExercisePrice?.Value:G29}|{row.ExpirationDate?.Value:O}");
        return text.ToString();
    }
}
