using System.Globalization;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>The facts of a notice that nobody filed, drawn from tables; the truth that a rendering of it is scored against.</summary>
internal sealed record MadeUpNotice
{
    public required string Report { get; init; }
    public required DateOnly PeriodEnd { get; init; }
    public required string Registrant { get; init; }
    public string? FormerName { get; init; }
    public required string Street { get; init; }
    public required (string City, string State, string Zip) Place { get; init; }
    public string? FileNumber { get; init; }
    public string? Cusip { get; init; }
    public required bool? Relief { get; init; }
    public required MadeUpNarrative Narrative { get; init; }
    public required (string Name, string Area, string Number) Contact { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required IReadOnlyList<MadeUpFigure> Figures { get; init; }
    public required (string Name, string Title) Signer { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>It is the transition report that is late; <see cref="PeriodEnd"/> ends the transition period.</summary>
    public required bool Transition { get; init; }

    public string? Portion { get; init; }
    public required bool Amended { get; init; }

    /// <summary>Boxes of (a), (b) and (c), where the form has one for each.</summary>
    public (bool A, bool B, bool C)? Boxes { get; init; }

    /// <summary>The accountant's statement is a document of the submission.</summary>
    public required bool HasStatement { get; init; }

    /// <summary>Where the explanation stands.</summary>
    public required ExplanationPlace ExplanationAt { get; init; }

    private static readonly string[] Reports = ["10-K", "10-Q", "10-Q", "10-K", "20-F", "11-K", "10-D", "N-CSR", "N-CEN", "N-SAR"];
    private static readonly string[] Portions = ["Part III, Items 10 through 14", "Item 8. Financial Statements and Supplementary Data", "Items 6, 7 and 8 of Part II", "Part I, Item 1"];
    private static readonly string[] Registrants =
    [
        "Blue Harbor Foods, Inc.", "NORTHGATE MINERALS CORP", "Quillstone Bancorp", "Aster & Vale Holdings Ltd.", "PALISADE ENERGY PARTNERS, L.P.", "Zephyr Photonics Corporation", "Old Mill Trust",
        "Corvane Therapeutics, Inc.", "First Meridian Financial Group, Inc.", "Tallgrass Robotics LLC", "O'Hara Marine Services, Inc.", "3D Lattice Systems, Inc.",
    ];
    private static readonly string[] Streets = ["100 Harbor Way", "2955 Main Street, Suite 400", "P.O. Box 1187", "One Liberty Plaza, 23rd Floor", "7 Rue de la Paix", "14001 N.W. 4th Avenue", "802 East 1050 South"];
    private static readonly (string, string, string)[] Places =
        [("Boise", "ID", "83702"), ("New York", "New York", "10004"), ("San Juan Capistrano", "CA", "92675"), ("St. Louis", "MO", "63101-1234"), ("Salt Lake City", "Utah", "84101"), ("FORT WORTH", "TEXAS", "76102")];
    private static readonly (string, string, string)[] Contacts = [("Mary Ann Lindqvist", "208", "555-0147"), ("J. Robert Chen", "212", "555-0199"), ("Pedro de la Cruz", "949", "555-0102"), ("Thomas B. O'Neill III", "314", "555-0166")];
    private static readonly (string, string)[] Signers =
        [("Mary Ann Lindqvist", "Chief Financial Officer"), ("Carlos Mendez", "President and Chief Executive Officer"), ("Susan K. Wright", "Vice President, Controller and Treasurer"), ("Li Wei", "Chairman of the Board of Directors")];

    /// <summary>The notice of a number: always the same for the same number.</summary>
    public static MadeUpNotice Of(int number)
    {
        var random = new Random(number * 7919 + 17);
        T Pick<T>(T[] from) => from[random.Next(from.Length)];
        var report = Pick(Reports);
        var end = report is "10-Q" or "10-D" ? EndOfMonth(2003 + random.Next(22), Pick([3, 6, 9])) : EndOfMonth(2003 + random.Next(22), Pick([12, 12, 6, 9, 1]));
        var registrant = Pick(Registrants);
        var due = end.AddDays(report is "10-Q" or "10-D" ? 45 : 90);
        var change = random.Next(3) > 0;
        var relief = random.Next(5) > 0;
        var place = random.Next(8) switch { 0 => ExplanationPlace.Exhibit, 1 => ExplanationPlace.Attachment, _ => ExplanationPlace.Form };
        return new MadeUpNotice
        {
            Transition = report is "10-K" or "10-Q" or "20-F" or "11-K" && random.Next(10) == 0,
            Portion = random.Next(10) == 0 ? Pick(Portions) : null,
            Amended = random.Next(10) == 0,
            Boxes = random.Next(4) > 0 ? null : relief ? (true, true, random.Next(3) == 0) : (false, false, false),
            HasStatement = random.Next(12) == 0,
            ExplanationAt = change ? place : ExplanationPlace.Form,
            Report = report,
            PeriodEnd = end,
            Registrant = registrant,
            FormerName = random.Next(4) == 0 ? "Formerly Known Industries, Inc." : null,
            Street = Pick(Streets),
            Place = Pick(Places),
            FileNumber = random.Next(3) > 0 ? $"{Pick(["0", "1", "001", "000", "333"])}-{random.Next(10000, 99999)}" : null,
            Cusip = random.Next(3) == 0 ? $"{random.Next(100000, 999999)}10{random.Next(10)}" : null,
            Relief = relief,
            Narrative = MadeUpNarrative.Of(random.Next(MadeUpNarrative.Count), report, end, due, registrant),
            Contact = Pick(Contacts),
            Missing = random.Next(5) == 0 ? [$"Form 10-Q for the quarter ended {Long(EndOfMonth(end.AddMonths(-6).Year, end.AddMonths(-6).Month))}"] : [],
            Figures = change ? MadeUpFigure.Some(random, report, end) : [],
            Signer = Pick(Signers),
            SignedOn = due.AddDays(random.Next(2)),
        };
    }

    public static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    public static string Long(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>The facts as fields, from the tables and not from any reader.</summary>
    public SortedDictionary<string, List<string>> Truth()
    {
        var truth = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        void Add(string field, params string?[] values)
        {
            if (values.OfType<string>().ToList() is { Count: > 0 } list)
                truth[field] = list;
        }
        string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Add("form_type", (Report.StartsWith("N-", StringComparison.Ordinal) ? "NT-N" + Report[2..] : "NT " + Report) + (Amended ? "/A" : ""));
        Add("report_type", Report);
        Add("period_end", Transition ? null : Iso(PeriodEnd));
        Add("transition_report", Transition ? "yes" : "no");
        Add("transition_period_end", Transition ? Iso(PeriodEnd) : null);
        Add("portion", Portion);
        if (Boxes is { } boxes)
        {
            Add("box_a", boxes.A ? "yes" : "no");
            Add("box_b", boxes.B ? "yes" : "no");
            Add("box_c", boxes.C ? "yes" : "no");
        }
        Add("attachments", [HasStatement ? "AccountantStatement 1 EX-99.1" : null, ExplanationAt switch { ExplanationPlace.Exhibit => $"Explanation {(HasStatement ? 2 : 1)} EX-99.{(HasStatement ? 2 : 1)}", ExplanationPlace.Attachment => "Explanation 0", _ => null }]);
        Add("accountant_statement_attached", HasStatement ? "yes" : null);
        Add("registrant_name", Registrant);
        Add("former_name", FormerName);
        Add("street1", Street);
        Add("city", Place.City);
        Add("state", Place.State);
        Add("zip", Place.Zip);
        Add("file_number", FileNumber);
        Add("cusip", Cusip);
        Add("relief_claimed", Relief == true ? "yes" : "no");
        Add("narrative_begin", Narrative.Text[..30]);
        Add("narrative_end", Narrative.Text[^30..]);
        Add("contact_name", Contact.Name);
        Add("contact_telephone", $"({Contact.Area}) {Contact.Number}");
        Add("other_reports_filed", Missing.Count == 0 ? "yes" : "no");
        Add("missing_reports", [.. Missing]);
        Add("significant_change", Figures.Count > 0 ? "yes" : "no");
        Add("explanation_begin", Figures.Count > 0 ? Figures[0].Begin : null);
        Add("explanation_end", Figures.Count > 0 ? Figures[^1].End : null);
        Add("figures", [.. Figures.SelectMany(figure => figure.Facts)]);
        Add("signing_registrant", Registrant.ToUpperInvariant());
        Add("signer_name", Signer.Name);
        Add("signer_title", Signer.Title);
        Add("signed_on", Iso(SignedOn));
        Add("primary_reason", Narrative.Reasons[0]);
        Add("reasons", [.. Narrative.Reasons]);
        Add("stated_due_date", Narrative.StatedDueDate is { } due ? Iso(due) : null);
        Add("expected_filing_date", Narrative.ExpectedDate is { } expected ? Iso(expected) : null);
        Add("expects_to_file_within_extension", Narrative.WithinExtension is { } within ? within ? "yes" : "no" : null);
        Add("references", [.. Narrative.References]);
        Add("severity", Narrative.Severity);
        if (Narrative.Periods is not null)
        {
            Add("admission_kind", "NoticeAdmission");
            Add("admission_periods", [.. Narrative.Periods]);
            Add("admission_areas", [.. Narrative.Areas]);
            Add("admission_causes", [.. Narrative.Causes]);
            Add("admission_identified_by", [.. Narrative.IdentifiedBy]);
            Add("admission_effects", [.. Narrative.Effects]);
            Add("sec_investigation", Narrative.SecInvestigation ? "yes" : null);
            Add("non_reliance", Narrative.NonReliance ? "yes" : null);
            Add("restatement_required", Narrative.Restates ? "yes" : null);
            Add("material_weakness", Narrative.Weakness ? "yes" : null);
        }
        return truth;
    }
}

/// <summary>Where a notice explains the change of its results.</summary>
internal enum ExplanationPlace
{
    /// <summary>Behind the question.</summary>
    Form,

    /// <summary>In a document of its own, to which the form points.</summary>
    Exhibit,

    /// <summary>Behind the signature.</summary>
    Attachment,
}
