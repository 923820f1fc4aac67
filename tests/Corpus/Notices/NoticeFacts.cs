using System.Globalization;
using System.Text.Json;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Language;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Notices;

/// <summary>A notice as a list of facts per field, so that what was read and what a person wrote down can be held against each other.</summary>
internal static class NoticeFacts
{
    private const int EndLength = 46;

    /// <summary>The facts of a parsed notice.</summary>
    public static SortedDictionary<string, List<string>> Of(ParsedFiling filing)
    {
        var notice = Assert.IsType<LateFilingNotice>(filing.Reading.Content);
        var facts = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        void One(string field, string? value) => Many(field, value is null ? [] : [value]);
        void Many(string field, IEnumerable<string> values)
        {
            var list = values.ToList();
            if (list.Count > 0)
                facts[field] = list;
        }

        One("form_type", filing.FormType.Value);
        One("report_type", notice.ReportType?.Value);
        One("period_end", Day(notice.PeriodEnd));
        One("transition_report", YesNo(notice.TransitionReport));
        One("transition_period_end", Day(notice.TransitionPeriodEnd));
        One("portion", notice.Portion?.Value);
        One("file_number", notice.FileNumber?.Value);
        One("cusip", notice.Cusip?.Value);
        One("registrant_name", notice.RegistrantName?.Value);
        Many("co_registrants", notice.CoRegistrants.Select(name => name.Value!));
        One("former_name", notice.FormerName?.Value);
        One("street1", notice.Address?.Street1?.Value);
        One("street2", notice.Address?.Street2?.Value);
        One("city", notice.Address?.City?.Value);
        One("state", notice.Address?.State?.Value);
        One("zip", notice.Address?.Zip?.Value);
        One("country", notice.Address?.Country?.Value);
        One("box_a", YesNo(notice.BoxA));
        One("box_b", YesNo(notice.BoxB));
        One("box_c", YesNo(notice.BoxC));
        One("relief_claimed", YesNo(notice.ReliefClaimed));
        One("narrative_begin", notice.Narrative?.Value);
        One("narrative_end", notice.Narrative?.Value);
        One("contact_name", notice.ContactName?.Value);
        One("contact_telephone", notice.ContactTelephone?.Value);
        One("other_reports_filed", YesNo(notice.OtherReportsFiled));
        Many("missing_reports", notice.MissingReports.Select(report => report.Value!));
        One("significant_change", YesNo(notice.SignificantChangeAnticipated));
        One("explanation_begin", notice.ChangeExplanation?.Value);
        One("explanation_end", notice.ChangeExplanation?.Value);
        Many("figures", notice.Figures.Select(Words));
        One("signing_registrant", notice.SigningRegistrant?.Value);
        One("signer_name", notice.SignerName?.Value);
        One("signer_title", notice.SignerTitle?.Value);
        One("signed_on", Day(notice.SignedOn));
        One("primary_reason", notice.Reasons.Count > 0 ? notice.Reasons[0].Code.ToString() : null);
        Many("reasons", notice.Reasons.Select(reason => reason.Code.ToString()));
        One("stated_due_date", Day(notice.StatedDueDate));
        One("expects_to_file_within_extension", YesNo(notice.ExpectsToFileWithinExtension));
        One("expected_filing_date", Day(notice.ExpectedFilingDate));
        One("report_already_filed", YesNo(notice.ReportAlreadyFiled));
        Many("references", notice.References.Select(reference => string.Join(' ', new[] { reference.FormType.Value, Day(reference.Date),
            reference.PeriodEnd is null ? null : "for " + Day(reference.PeriodEnd) }.OfType<string>())));
        Many("attachments", notice.Attachments.Select(attachment => $"{attachment.Purpose} {attachment.DocumentIndex} {attachment.DocumentType?.Value}".TrimEnd()));
        One("accountant_statement_attached", YesNo(notice.AccountantStatementAttached));
        One("severity", notice.Severity.ToString());
        Many("diagnostics", filing.Diagnostics.Select(diagnostic => diagnostic.Code));
        foreach (var (field, values) in DisclosureFacts.Of(notice.Admission, "admission_"))
            Many(field, values);
        return facts;
    }

    /// <summary>Facts that a person wrote down: a string or a list of strings per field.</summary>
    public static SortedDictionary<string, List<string>> Truth(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.EnumerateObject().ToDictionary(field => field.Name,
            field => field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray().Select(value => value.GetString()!).ToList() : [field.Value.GetString()!],
            StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Whether a value that was read is the one of the truth; long texts are compared at their begin and end only.</summary>
    public static bool Same(string field, string read, string truth) => field switch
    {
        "narrative_begin" or "explanation_begin" => VisibleText.Squeezed(read).StartsWith(VisibleText.Squeezed(truth), StringComparison.Ordinal),
        "narrative_end" or "explanation_end" => VisibleText.Squeezed(read).EndsWith(VisibleText.Squeezed(truth), StringComparison.Ordinal),
        _ => Flat(read) == Flat(truth),
    };

    /// <summary>The value as shown in a failure.</summary>
    public static string Show(string field, string value) => field switch
    {
        "narrative_begin" or "explanation_begin" => Flat(value)[..Math.Min(EndLength, Flat(value).Length)] + "…",
        "narrative_end" or "explanation_end" => "…" + Flat(value)[Math.Max(0, Flat(value).Length - EndLength)..],
        _ => value,
    };

    private static string Words(Figure figure)
    {
        var about = figure.Approximate ? "about " : "";
        var value = figure.Value is { } known ? Number(known.Value) + (figure.ValueHigh is { } high ? "-" + Number(high.Value) : "") : "?";
        var unit = figure.Unit switch { FigureUnit.Percent => "%", FigureUnit.Shares => "shares", FigureUnit.CurrencyPerShare => (figure.Currency ?? "?") + "/share", FigureUnit.Currency => figure.Currency ?? "?", _ => "" };
        var change = figure.Change is { } moved ? $", by {Number(moved.Value)}" + (figure.ChangeHigh is { } most ? "-" + Number(most.Value) : "") : "";
        change += figure.ChangePercent is { } percent ? $", by {Number(percent.Value)}%" : "";
        var period = figure.PeriodEnd is null ? "" : figure.DurationMonths switch
        {
            0 => $" at {Day(figure.PeriodEnd)}",
            null => $" to {Day(figure.PeriodEnd)}",
            var months => $" for {months} months to {Day(figure.PeriodEnd)}",
        };
        var before = (figure.ComparativeValue is { } old ? $", before {Number(old.Value)}" : figure.ComparativePeriodEnd is null ? "" : ", against")
            + (figure.ComparativePeriodEnd is null ? "" : $" at {Day(figure.ComparativePeriodEnd)}");
        var direction = figure.Direction is { } way ? ", " + (way == FigureDirection.Increase ? "increase" : way == FigureDirection.Decrease ? "decrease" : "unchanged") : "";
        return $"{figure.MetricCode ?? $"\"{figure.Metric.Value}\""} {about}{value} {unit}{period}{before}{change}{direction}";
    }

    private static string Number(decimal? value) => value!.Value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static string? Day(Field<DateOnly?>? field) => field is null ? null : field.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unreadable";

    internal static string? YesNo(Field<bool?>? field) => field is null ? null : field.Value switch { true => "yes", false => "no", null => "unreadable" };
}
