using Filingwire.Contracts.Evidence;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Readings;

/// <summary>What the submitter knows beside the bytes. Stated facts fill what the bytes do not carry and never override them.</summary>
public sealed record StatedFacts
{
    /// <summary>The rule under which a stated fact appears as evidence.</summary>
    public const string Rule = "stated-by-submitter";

    /// <summary>Nothing stated.</summary>
    public static StatedFacts None { get; } = new();

    /// <summary>Accession number.</summary>
    public AccessionNumber? Accession { get; init; }

    /// <summary>The issuer's CIK.</summary>
    public Cik? IssuerCik { get; init; }

    /// <summary>EDGAR's acceptance, US Eastern wall-clock.</summary>
    public DateTime? AcceptedAtEastern { get; init; }

    /// <summary>EDGAR's filing date.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>Submission type.</summary>
    public FormType? FormType { get; init; }

    /// <summary>Where the bytes come from.</summary>
    public string? Origin { get; init; }

    /// <summary>Reads what a submitter wrote.</summary>
    /// <param name="stated">The wire's message; null states nothing.</param>
    /// <param name="malformed">The fields that could not be read, with the reason.</param>
    public static StatedFacts Read(V1.StatedFacts? stated, out IReadOnlyList<(string Field, string Problem)> malformed)
    {
        var problems = new List<(string, string)>();
        malformed = problems;
        if (stated is null)
            return None;
        return new StatedFacts
        {
            Accession = Text("stated.accession", stated.HasAccession, stated.Accession, "an accession number, NNNNNNNNNN-YY-NNNNNN",
                text => AccessionNumber.TryParse(text, out var value) ? value : null as AccessionNumber?),
            IssuerCik = Text("stated.issuer_cik", stated.HasIssuerCik, stated.IssuerCik, "a CIK of one to ten digits",
                text => Cik.TryParse(text, out var value) ? value : null as Cik?),
            AcceptedAtEastern = Text("stated.accepted_at_eastern", stated.HasAcceptedAtEastern, stated.AcceptedAtEastern, "a time, 2025-01-10T16:07:30",
                WireText.Time),
            FiledOn = Text("stated.filed_on", stated.HasFiledOn, stated.FiledOn, "a date, 2025-01-10",
                WireText.Date),
            FormType = Text("stated.form_type", stated.HasFormType, stated.FormType, "a submission type of EDGAR",
                text => Sec.Identifiers.FormType.TryParse(text, out var value) ? value : null as FormType?),
            Origin = stated.HasSource ? stated.Source : null,
        };

        T? Text<T>(string field, bool present, string text, string wanted, Func<string, T?> read) where T : struct
        {
            if (!present)
                return null;
            var value = read(text);
            if (value is null)
                problems.Add((field, $"must be {wanted}"));
            return value;
        }
    }

    /// <summary>A stated text as a field.</summary>
    public static Field<string?> Stated(string text) => new(text, new Source(text, null, Rule, 80));

    /// <summary>A stated date as a field.</summary>
    public static Field<DateOnly?> Stated(DateOnly date) => new(date, new Source(date.ToWire(), null, Rule, 80));

    /// <summary>A stated time as a field.</summary>
    public static Field<DateTime?> Stated(DateTime time) => new(time, new Source(time.ToWire(), null, Rule, 80));
}
