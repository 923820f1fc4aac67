using Filingwire.Parsing.Language;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms;

/// <summary>What a form reader makes of a document: facts common to all forms, and the content of its family.</summary>
public sealed record FormReading
{
    /// <summary>The submission type as the document itself shows it, such as "4" or "NT 10-Q"; null when it does not.</summary>
    public Field<string?>? FormType { get; init; }

    /// <summary>The period of report as the document itself shows it.</summary>
    public Field<DateOnly?>? PeriodOfReport { get; init; }

    /// <summary>The date of the signature, which stands in for an unknown filing date.</summary>
    public Field<DateOnly?>? SignedOn { get; init; }

    /// <summary>The issuers or registrants that the document itself names.</summary>
    public IReadOnlyList<NamedIssuer> Issuers { get; init; } = [];

    /// <summary>Orders of the Commission that move due dates and on which the document says to rely.</summary>
    public IReadOnlyList<OrderReliance> OrderReliance { get; init; } = [];

    /// <summary>The family's own record; null for what is recognised and not read.</summary>
    public IFormContent? Content { get; init; }
}

/// <summary>An issuer as a document names it.</summary>
/// <param name="Cik">Its CIK.</param>
/// <param name="Name">Its name as filed.</param>
/// <param name="TradingSymbol">Its symbol as filed.</param>
public sealed record NamedIssuer(Field<string?>? Cik, Field<string?>? Name, Field<string?>? TradingSymbol);

/// <summary>Marks the one record in which a form family keeps what it read.</summary>
public interface IFormContent;
