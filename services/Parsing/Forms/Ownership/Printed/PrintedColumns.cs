using static Filingwire.Parsing.Forms.Ownership.Printed.PrintedColumn;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>The columns of Tables I and II.</summary>
internal enum PrintedColumn
{
    Title,
    ExercisePrice,
    TransactionDate,
    DeemedDate,
    Code,
    Voluntary,
    Amount,
    AcquiredOrDisposed,
    AmountAcquired,
    AmountDisposed,
    Exercisable,
    Expiration,
    UnderlyingTitle,
    UnderlyingAmount,
    Price,
    Following,
    DirectOrIndirect,
    Nature,
}

/// <summary>
/// The layouts of the printed tables as data: the columns in their order on the form, and those of them that a transaction or a holding fills.
/// </summary>
internal sealed record PrintedLayout(IReadOnlyList<PrintedColumn> Columns, IReadOnlyList<PrintedColumn>? Transaction, IReadOnlyList<PrintedColumn> Holding)
{
    private static readonly PrintedColumn[] TableOne =
        [Title, TransactionDate, DeemedDate, Code, Voluntary, Amount, AcquiredOrDisposed, Price, Following, DirectOrIndirect, Nature];

    private static readonly PrintedColumn[] TableTwo =
    [
        Title, ExercisePrice, TransactionDate, DeemedDate, Code, Voluntary, AmountAcquired, AmountDisposed, Exercisable, Expiration, UnderlyingTitle,
        UnderlyingAmount, Price, Following, DirectOrIndirect, Nature,
    ];

    private static readonly PrintedColumn[] HoldingOne = [Title, Following, DirectOrIndirect, Nature];

    private static readonly PrintedColumn[] HoldingTwo =
        [Title, ExercisePrice, Exercisable, Expiration, UnderlyingTitle, UnderlyingAmount, Following, DirectOrIndirect, Nature];

    private static readonly PrintedColumn[] FormThreeTwo =
        [Title, Exercisable, Expiration, UnderlyingTitle, UnderlyingAmount, ExercisePrice, DirectOrIndirect, Nature];

    /// <summary>The layout of a table.</summary>
    /// <param name="form">3, 4 or 5.</param>
    /// <param name="derivative">Table II.</param>
    public static PrintedLayout Of(char form, bool derivative) => (form, derivative) switch
    {
        ('3', false) => new(HoldingOne, null, HoldingOne),
        ('3', true) => new(FormThreeTwo, null, FormThreeTwo),
        (_, false) => new(TableOne, TableOne, HoldingOne),
        _ => new(TableTwo, TableTwo, HoldingTwo),
    };

    /// <summary>How well an entry fits a column: positive for a fit, null when it cannot stand there.</summary>
    public static double? Fit(PrintedColumn column, PrintedValue value) => column switch
    {
        Title or UnderlyingTitle or Nature => value.Kind switch
        {
            PrintedValueKind.Text => 3,
            PrintedValueKind.Code => 0.2,
            PrintedValueKind.Number or PrintedValueKind.DamagedNumber => 0.1,
            PrintedValueKind.NotesOnly when column == Nature => 2,
            _ => null,
        },
        TransactionDate or DeemedDate => DateFit(value),
        Exercisable or Expiration => value.Kind == PrintedValueKind.NotesOnly ? 2 : DateFit(value),
        Code => IsOneOf(value, "ACDEFGHIJLMOPSUWXZ") ? 4 : null,
        Voluntary => IsOneOf(value, "V") ? 4 : null,
        AcquiredOrDisposed => IsOneOf(value, "AD") ? 4 : null,
        DirectOrIndirect => IsOneOf(value, "DI") ? 4 : null,
        Price or ExercisePrice => value.Kind switch
        {
            PrintedValueKind.Dollars => 4,
            PrintedValueKind.Number => 1.5,
            PrintedValueKind.DamagedNumber => 1,
            PrintedValueKind.NotesOnly => 2,
            _ => null,
        },
        _ => value.Kind switch
        {
            PrintedValueKind.Number => 3,
            PrintedValueKind.Dollars => 1.5,
            PrintedValueKind.DamagedNumber => 2,
            // The specification wants a number in the other columns; only prices, dates and the underlying amount may stand in a footnote.
            PrintedValueKind.NotesOnly when column == UnderlyingAmount => 0.5,
            _ => null,
        },
    };

    /// <summary>What it costs to leave a column empty.</summary>
    public static double Missing(PrintedColumn column, bool transaction) => column switch
    {
        Title or Following => 2.5,
        DirectOrIndirect => 2,
        TransactionDate or Code when transaction => 3,
        Amount or AcquiredOrDisposed when transaction => 2,
        UnderlyingTitle or UnderlyingAmount => 1.5,
        ExercisePrice or Price or Exercisable or Expiration => 1,
        _ => 0,
    };

    private static double? DateFit(PrintedValue value) => value.Kind switch
    {
        PrintedValueKind.Date => 4,
        PrintedValueKind.DamagedDate => 3,
        _ => null,
    };

    private static bool IsOneOf(PrintedValue value, string letters) =>
        value.Kind == PrintedValueKind.Code && letters.Contains(value.Body[0], StringComparison.Ordinal);
}
