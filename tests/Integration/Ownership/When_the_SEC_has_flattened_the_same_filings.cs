using System.Globalization;
using System.Text.Json;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;

namespace Filingwire.Integration.Ownership;

/// <summary>The ledger's rows agree with those of the SEC's Insider Transactions Data Sets, value by value.</summary>
public sealed class When_the_SEC_has_flattened_the_same_filings
{
    private static readonly (string Column, Func<ReportRow, object?> Value)[] Columns =
    [
        ("SECURITY_TITLE", row => row.SecurityTitle?.Value),
        ("CONV_EXERCISE_PRICE", row => row.ExercisePrice?.Value),
        ("TRANS_DATE", row => row.TransactionDate?.Value),
        ("DEEMED_EXECUTION_DATE", row => row.DeemedExecutionDate?.Value),
        ("TRANS_FORM_TYPE", row => row.TransactionFormType?.Value),
        ("TRANS_CODE", row => row.Code?.Value),
        ("TRANS_SHARES", row => row.Shares?.Value),
        ("TRANS_TOTAL_VALUE", row => row.TotalValue?.Value),
        ("TRANS_PRICEPERSHARE", row => row.Price?.Value),
        ("TRANS_ACQUIRED_DISP_CD", row => row.AcquiredDisposed?.Value),
        ("EXCERCISE_DATE", row => row.ExerciseDate?.Value),
        ("EXPIRATION_DATE", row => row.ExpirationDate?.Value),
        ("UNDLYNG_SEC_TITLE", row => row.UnderlyingTitle?.Value),
        ("UNDLYNG_SEC_SHARES", row => row.UnderlyingShares?.Value),
        ("UNDLYNG_SEC_VALUE", row => row.UnderlyingValue?.Value),
        ("SHRS_OWND_FOLWNG_TRANS", row => row.SharesFollowing?.Value),
        ("VALU_OWND_FOLWNG_TRANS", row => row.ValueFollowing?.Value),
        ("DIRECT_INDIRECT_OWNERSHIP", row => row.DirectOrIndirect?.Value),
        ("NATURE_OF_OWNERSHIP", row => row.Nature?.Value),
    ];

    [Fact]
    public void Every_row_and_every_value_agrees()
    {
        var (filings, rows, values) = (0, 0, 0);
        foreach (var file in FilingFiles.In("oracles/sec_insider_dataset_2024Q3_rows", "*.json"))
        {
            using var oracle = JsonDocument.Parse(File.ReadAllText(file));
            var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
            var raw = Path.Combine(root, oracle.RootElement.GetProperty("raw")[0].GetString()!);
            var report = OwnershipParts.Report(File.ReadAllBytes(raw), new StatedFacts { Accession = oracle.RootElement.GetProperty("accession").GetString()! });
            var tables = oracle.RootElement.GetProperty("rows");
            filings++;
            foreach (var (name, table, kind) in new[]
            {
                ("nonderiv_trans", 1, RowKind.Transaction), ("nonderiv_holding", 1, RowKind.Holding), ("deriv_trans", 2, RowKind.Transaction), ("deriv_holding", 2, RowKind.Holding),
            })
            {
                if (!tables.TryGetProperty(name, out var expected))
                    continue;
                var own = report.Rows.Where(row => row.Table == table && row.Kind == kind).ToList();
                // The data set numbers its rows in the order of the filing.
                var theirs = expected.EnumerateArray().OrderBy(row => long.Parse(row.GetProperty(name.ToUpperInvariant() + "_SK").GetString()!, CultureInfo.InvariantCulture)).ToList();
                Assert.Equal(theirs.Count, own.Count);
                foreach (var (their, mine) in theirs.Zip(own))
                {
                    rows++;
                    foreach (var (column, value) in Columns)
                        if (their.TryGetProperty(column, out var text))
                        {
                            values++;
                            Assert.True(Same(text.GetString()!, value(mine)), $"{report.Filing} {name} {column}: theirs '{text.GetString()}', ours '{value(mine)}'");
                        }
                }
            }
            var submission = tables.GetProperty("submission")[0];
            Assert.True(Same(submission.GetProperty("PERIOD_OF_REPORT").GetString()!, report.PeriodOfReport));
            Assert.Equal(submission.GetProperty("DOCUMENT_TYPE").GetString(), report.FormType);
            Assert.Equal(submission.GetProperty("ISSUERCIK").GetString()!.TrimStart('0'), report.Issuer.ToString());
            var last = Holdings.AsOf(IssuerLedger.Fold([report]), null, null);
            Assert.All(last, position => Assert.Contains(position.Row.Row, report.Rows));
        }
        Assert.True(filings >= 6 && rows >= 6 && values >= 60, $"{filings} filings, {rows} rows, {values} values");
    }

    private static bool Same(string theirs, object? ours) => ours switch
    {
        null => theirs.Length == 0,
        decimal number => decimal.TryParse(theirs, NumberStyles.Float, CultureInfo.InvariantCulture, out var their)
            // The data set keeps two places of what was filed with up to four.
            && their == decimal.Round(number, 2, MidpointRounding.AwayFromZero),
        DateOnly date => DateOnly.TryParseExact(theirs, "dd-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var their) && their == date,
        _ => string.Equals(theirs.Trim(), ours.ToString()!.Trim(), StringComparison.Ordinal),
    };
}
