using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>What a column of a table of figures holds.</summary>
internal enum ColumnKind
{
    /// <summary>Values of a period or an instant.</summary>
    Period,

    /// <summary>Values as reported before, which others replace.</summary>
    Superseded,

    /// <summary>By how much the values differ.</summary>
    Change,

    /// <summary>By how many per cent they differ.</summary>
    ChangePercent,
}

/// <summary>A column of a table of figures.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Period">The period its heading names; null where it names none that can be read.</param>
/// <param name="Heading">The words of the heading.</param>
/// <param name="Group">Columns below one heading that spans them, from 0; a change belongs to the values of its group.</param>
/// <param name="Estimated">The heading says that its values are estimates.</param>
internal sealed record TableColumn(ColumnKind Kind, PeriodMention? Period, TextRange Heading, int Group, bool Estimated)
{
    /// <summary>Holds values, not their differences.</summary>
    public bool HoldsValues => Kind is ColumnKind.Period or ColumnKind.Superseded;
}
