using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Ownership;

/// <summary>What others made of the same filings: the SEC's own flattened rows, and headers parsed by another tool.</summary>
public sealed partial class OwnershipOracles
{
    [Case("O48")]
    [Fact]
    public void The_rows_agree_with_the_secs_own_data_set_in_every_column()
    {
        var (filings, rows, cells) = (0, 0, 0);
        foreach (var file in FilingFiles.In("oracles/sec_insider_dataset_2024Q3_rows", "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var document = Filing(json.RootElement.GetProperty("raw")[0].GetString()!);
            filings++;
            foreach (var table in json.RootElement.GetProperty("rows").EnumerateObject())
            {
                var expected = table.Value.EnumerateArray().Select(row => row.EnumerateObject()
                    .Where(column => Column(table.Name, column.Name) is not null)
                    .ToDictionary(column => column.Name, column => Canonical(Unquoted(column.Value.GetString()!)))).ToList();
                Assert.All(table.Value.EnumerateArray(), row => Assert.All(row.EnumerateObject(), column => Assert.True(
                    Column(table.Name, column.Name) is not null || column.Name is "ACCESSION_NUMBER" or "FILING_DATE" || column.Name.EndsWith("_SK", StringComparison.Ordinal),
                    $"{table.Name}.{column.Name} is compared with nothing")));
                var read = Rows(document, table.Name).Select(row => expected[0].Keys.ToDictionary(name => name, name => Canonical(Column(table.Name, name)!(row)))).ToList();
                Assert.Equal(expected.Select(Show).Order(StringComparer.Ordinal), read.Select(Show).Order(StringComparer.Ordinal));
                rows += expected.Count;
                cells += expected.Sum(row => row.Count);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{filings} filings, {rows} rows, {cells} cells agree.");
        Assert.True(rows > 0);
    }

    [Fact]
    public void Issuer_owners_form_and_period_agree_with_headers_parsed_by_another_tool()
    {
        var files = FilingFiles.In("ownership").ToLookup(file => AccessionOf().Match(Path.GetFileName(file)).Value);
        var (compared, spoiled) = (0, 0);
        foreach (var file in FilingFiles.In("oracles/datamule_paypal_header_metadata", "*.json"))
        {
            var text = File.ReadAllText(file);
            if (files[Path.GetFileNameWithoutExtension(file)].FirstOrDefault() is not { } filing)
                continue;
            // See EnvelopeCorpus: what the other tool spoiled is no header.
            if (text.Contains("\"ORGANIZATION-NAME\": {", StringComparison.Ordinal))
            {
                spoiled++;
                continue;
            }
            using var json = JsonDocument.Parse(text);
            var header = json.RootElement.GetProperty("submission");
            var document = (OwnershipDocument)FilingParser.Parse(File.ReadAllBytes(filing)).Filing!.Reading.Content!;
            Assert.Equal(header.GetProperty("TYPE").GetString(), document.DocumentType!.Value);
            Assert.Equal(header.GetProperty("PERIOD").GetString(), document.PeriodOfReport!.Value!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Assert.Contains(document.Issuer.Cik!.Value!.TrimStart('0'), header.GetProperty("ISSUER").EnumerateArray().Select(issuer => Cik(issuer, "COMPANY-DATA")));
            Assert.Equal(header.GetProperty("REPORTING-OWNER").EnumerateArray().Select(owner => Cik(owner, "OWNER-DATA")).Order(StringComparer.Ordinal),
                document.ReportingOwners.Select(owner => owner.Cik!.Value!.TrimStart('0')).Order(StringComparer.Ordinal));
            compared++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} filings agree with their headers; {spoiled} headers were spoiled by the other tool.");
        Assert.True(compared > (FilingFiles.IsWhole ? 200 : 15));
    }

    private static string Cik(JsonElement party, string data) =>
        (party.TryGetProperty(data, out var block) ? block : party.GetProperty("COMPANY-DATA")).GetProperty("CIK").GetString()!.TrimStart('0');

    private static OwnershipDocument Filing(string path) =>
        (OwnershipDocument)FilingParser.Parse(File.ReadAllBytes(FilingFiles.In(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Single())).Filing!.Reading.Content!;

    private static IEnumerable<object> Rows(OwnershipDocument document, string table) => table switch
    {
        "submission" => [document],
        "owner_signature" => document.Signatures,
        "nonderiv_trans" => document.NonDerivativeRows.Where(row => row.Kind == OwnershipRowKind.Transaction),
        "nonderiv_holding" => document.NonDerivativeRows.Where(row => row.Kind == OwnershipRowKind.Holding),
        "deriv_trans" => document.DerivativeRows.Where(row => row.Kind == OwnershipRowKind.Transaction),
        "deriv_holding" => document.DerivativeRows.Where(row => row.Kind == OwnershipRowKind.Holding),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "A table that the test does not know."),
    };

    private static Func<object, object?>? Column(string table, string name) => table switch
    {
        "submission" => Document(name) is { } column ? row => column((OwnershipDocument)row) : null,
        "owner_signature" => name switch
        {
            "OWNERSIGNATURENAME" => row => ((OwnerSignature)row).Name,
            "OWNERSIGNATUREDATE" => row => ((OwnerSignature)row).Date,
            _ => null,
        },
        _ => RowColumn(name) is { } column ? row => column((OwnershipRow)row) : null,
    };

    private static Func<OwnershipDocument, object?>? Document(string name) => name switch
    {
        "PERIOD_OF_REPORT" => d => d.PeriodOfReport,
        "DATE_OF_ORIG_SUB" => d => d.DateOfOriginalSubmission,
        "NO_SECURITIES_OWNED" => d => d.NoSecuritiesOwned,
        "NOT_SUBJECT_SEC16" => d => d.NotSubjectToSection16,
        "FORM3_HOLDINGS_REPORTED" => d => d.Form3HoldingsReported,
        "FORM4_TRANS_REPORTED" => d => d.Form4TransactionsReported,
        "DOCUMENT_TYPE" => d => d.DocumentType,
        "ISSUERCIK" => d => d.Issuer.Cik,
        "ISSUERNAME" => d => d.Issuer.Name,
        "ISSUERTRADINGSYMBOL" => d => d.Issuer.TradingSymbol,
        "REMARKS" => d => d.Remarks,
        "AFF10B5ONE" => d => d.Aff10b5One,
        _ => null,
    };

    private static Func<OwnershipRow, object?>? RowColumn(string name)
    {
        if (name is "EQUITY_SWAP_TRANS_CD_FN" or "TRANS_FORM_TYPE_FN")
            return row => row.TransactionCodingFootnoteIds;
        if (name.EndsWith("_FN", StringComparison.Ordinal))
            return RowColumn(name[..^3]) is { } value ? row => Notes(value(row)) : null;
        return name switch
        {
            "SECURITY_TITLE" => r => r.SecurityTitle,
            "CONV_EXERCISE_PRICE" => r => r.ConversionOrExercisePrice,
            "TRANS_DATE" => r => r.TransactionDate,
            "DEEMED_EXECUTION_DATE" => r => r.DeemedExecutionDate,
            "TRANS_FORM_TYPE" => r => r.TransactionFormType,
            "TRANS_CODE" => r => r.TransactionCode,
            "EQUITY_SWAP_INVOLVED" => r => r.EquitySwapInvolved,
            "TRANS_TIMELINESS" => r => r.TransactionTimeliness,
            "TRANS_SHARES" => r => r.TransactionShares,
            "TRANS_TOTAL_VALUE" => r => r.TransactionTotalValue,
            "TRANS_PRICEPERSHARE" => r => r.TransactionPricePerShare,
            "TRANS_ACQUIRED_DISP_CD" => r => r.AcquiredDisposedCode,
            "EXCERCISE_DATE" or "EXERCISE_DATE" => r => r.ExerciseDate,
            "EXPIRATION_DATE" => r => r.ExpirationDate,
            "UNDLYNG_SEC_TITLE" => r => r.UnderlyingSecurityTitle,
            "UNDLYNG_SEC_SHARES" => r => r.UnderlyingSecurityShares,
            "UNDLYNG_SEC_VALUE" => r => r.UnderlyingSecurityValue,
            "SHRS_OWND_FOLWNG_TRANS" => r => r.SharesOwnedFollowing,
            "VALU_OWND_FOLWNG_TRANS" => r => r.ValueOwnedFollowing,
            "DIRECT_INDIRECT_OWNERSHIP" => r => r.DirectOrIndirect,
            "NATURE_OF_OWNERSHIP" => r => r.NatureOfOwnership,
            _ => null,
        };
    }

    private static IReadOnlyList<string> Notes(object? field) => field is null ? [] : (IReadOnlyList<string>)field.GetType().GetProperty("FootnoteIds")!.GetValue(field)!;

    private static string Canonical(object? value) => value switch
    {
        null => "",
        IReadOnlyList<string> notes => string.Join(' ', notes.Order(StringComparer.Ordinal)),
        Field<string?> field => Canonical(field.Value),
        Field<decimal?> field => field.Value is { } number ? Rounded(number) : "",
        Field<DateOnly?> field => field.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Field<bool?> field => field.Value is null ? "" : field.Value.Value ? "1" : "0",
        string text => CanonicalText(text),
        _ => throw new ArgumentException("An unknown kind of value."),
    };

    /// <summary>The data set writes "224.0", "09-SEP-2024", "false" and "F1, F2".</summary>
    private static string CanonicalText(string text)
    {
        if (DateOnly.TryParseExact(text, "dd-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Rounded(number);
        if (NoteList().IsMatch(text))
            return string.Join(' ', text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return text is "true" ? "1" : text is "false" ? "0" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The data set puts a text with quotation marks into quotation marks and doubles those inside.</summary>
    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    /// <summary>The data set rounds to two decimals.</summary>
    private static string Rounded(decimal number) => Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Show(Dictionary<string, string> row) => string.Join(" | ", row.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}"));

    [GeneratedRegex(@"^F\d+(\s*,\s*F\d+)*$")]
    private static partial Regex NoteList();

    [GeneratedRegex(@"\d{10}-\d\d-\d{6}")]
    private static partial Regex AccessionOf();
}
