using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Publishing;

/// <summary>Says in which fields two rows differ, by the names that the API gives them.</summary>
internal static class RowComparison
{
    private static readonly (string Field, Func<ReportRow, string?> Value)[] Fields =
    [
        ("security_title", row => row.SecurityTitle?.Value),
        ("transaction_date", row => Text(row.TransactionDate?.Value)),
        ("deemed_execution_date", row => Text(row.DeemedExecutionDate?.Value)),
        ("transaction_form_type", row => row.TransactionFormType?.Value),
        ("transaction_code", row => row.Code?.Value),
        ("equity_swap_involved", row => row.EquitySwap?.Value is { } swap ? swap ? "true" : "false" : null),
        ("shares", row => Text(row.Shares?.Value)),
        ("total_value", row => Text(row.TotalValue?.Value)),
        ("price_per_share", row => Text(row.Price?.Value)),
        ("acquired_disposed_code", row => row.AcquiredDisposed?.Value),
        ("shares_owned_following", row => Text(row.SharesFollowing?.Value)),
        ("value_owned_following", row => Text(row.ValueFollowing?.Value)),
        ("direct_or_indirect", row => row.DirectOrIndirect?.Value),
        ("nature_of_ownership", row => row.Nature?.Value),
        ("conversion_or_exercise_price", row => Text(row.ExercisePrice?.Value)),
        ("exercise_date", row => Text(row.ExerciseDate?.Value)),
        ("expiration_date", row => Text(row.ExpirationDate?.Value)),
        ("underlying_security_title", row => row.UnderlyingTitle?.Value),
        ("underlying_security_shares", row => Text(row.UnderlyingShares?.Value)),
        ("underlying_security_value", row => Text(row.UnderlyingValue?.Value)),
    ];

    public static IReadOnlyList<FieldCorrected> Changes(ReportRow before, ReportRow after) =>
        [.. from field in Fields
            let values = (Before: field.Value(before), After: field.Value(after))
            where values.Before != values.After
            select new FieldCorrected(field.Field, values.Before, values.After)];

    private static string? Text(decimal? value) => value?.ToString("G29", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? value) => value?.ToString("O", CultureInfo.InvariantCulture);
}
