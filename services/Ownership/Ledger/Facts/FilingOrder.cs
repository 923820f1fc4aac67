using System.Globalization;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>The order of filings: by filing date, originals before amendments, then acceptance, then identity.</summary>
public static class FilingOrder
{
    /// <summary>Negative when the left one comes first.</summary>
    public static int Compare(OwnershipReport left, OwnershipReport right)
    {
        var order = DateOf(left).CompareTo(DateOf(right));
        if (order == 0)
            order = left.IsAmendment.CompareTo(right.IsAmendment);
        if (order == 0)
            order = Nullable.Compare(left.AcceptedAtEastern, right.AcceptedAtEastern);
        return order != 0 ? order : string.CompareOrdinal(left.Filing.ToString(), right.Filing.ToString());
    }

    /// <summary>A text that orders filings, ordinally compared, as <see cref="Compare"/> does.</summary>
    public static string TextOf(OwnershipReport report)
    {
        var accepted = report.AcceptedAtEastern?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "-";
        return string.Create(CultureInfo.InvariantCulture, $"{DateOf(report):yyyyMMdd}{(report.IsAmendment ? 1 : 0)}{accepted}|{report.Filing}");
    }

    private static DateOnly DateOf(OwnershipReport report) => report.Filed.Date ?? report.LatestActivity ?? DateOnly.MinValue;
}
