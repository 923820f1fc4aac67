using System.Globalization;
using System.Text;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Ownership.Noise;

/// <summary>Lays a document out as the printed form, in lines of tab-separated cells as recognition gives them, with as much noise as asked for.</summary>
internal sealed class PrintedFormWriter(OwnershipDocument document, NoiseLevel level, Random random)
{
    private readonly StringBuilder page = new();
    private readonly Noise noise = new(level, random);

    public string Write()
    {
        var form = document.DocumentType!.Value![0];
        Line($"FORM {form}");
        Line("");
        Line("UNITED STATES SECURITIES AND EXCHANGE COMMISSION");
        Line("Washington, D.C. 20549");
        if (form != '3')
        {
            Line(Box(document.NotSubjectToSection16) + "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).");
            if (document.Aff10b5One is not null)
                Line(Box(document.Aff10b5One) + "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.");
        }
        Line(form == '3' ? "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES" : form == '4' ? "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP" : "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES");
        Line("Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940");
        Line("");
        WriteBoxes(form);
        WriteTables(form);
        WriteExplanations();
        return page.ToString();
    }

    private void WriteBoxes(char form)
    {
        var owner = document.ReportingOwners[0];
        var period = form switch { '3' => "2. Date of Event Requiring Statement", '4' => "3. Date of Earliest Transaction", _ => "3. Statement for Issuer's Fiscal Year Ended" };
        var issuer = $"{noise.Label(form == '3' ? "3. Issuer Name and Ticker or Trading Symbol" : "2. Issuer Name and Ticker or Trading Symbol")} {Text(document.Issuer.Name)} [{Text(document.Issuer.TradingSymbol)}]";
        var joint = document.ReportingOwners.Count > 1;
        Line($"{noise.Fragment("1. Name and Address of Reporting Person *")}\t\t\t{issuer}\t{noise.Label("5. Relationship of Reporting Person(s) to Issuer (Check all applicable)")}");
        Line($"{Text(owner.Name)}\t\t\t\t{Tick(owner.IsDirector)}Director {Tick(owner.IsTenPercentOwner)}10% Owner");
        Line($"{noise.Optional("(Last)")}\t{noise.Optional("(First)")}\t(Middle)\t{noise.Label(period + " (Month/Day/Year)")} {Date(document.PeriodOfReport)}\t{Tick(owner.IsOfficer)}{noise.Label("Officer (give title below)")} {Tick(owner.IsOther)}{noise.Label("Other (specify below)")}");
        var titles = string.Join('\t', new[] { Text(owner.OfficerTitle), Text(owner.OtherText) }.Where(text => text.Length > 0));
        Line($"{noise.Words(Text(owner.Address?.Street1))}\t\t\t\t{titles}");
        Line($"{noise.Words(Text(owner.Address?.Street2))}\t\t\t{noise.Label("4. If Amendment, Date of Original Filed (Month/Day/Year)")} {Date(document.DateOfOriginalSubmission)}\t{noise.Label("6. Individual or Joint/Group Filing (Check Applicable Line)")} {Tick(!joint)}Form filed by One Reporting Person");
        Line($"(Street)\t\t\t\t{Tick(joint)}Form filed by More than One Reporting Person");
        Line(noise.Join($"{Text(owner.Address?.City)}\t{Text(owner.Address?.State)}\t{Text(owner.Address?.Zip)}") + "\t\t");
        Line("(City)\t(State)\t(Zip)\t\t");
        Line("");
    }

    private void WriteTables(char form)
    {
        Line(form == '3' ? "Table I - Non-Derivative Securities Beneficially Owned" : "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned");
        Line("");
        Line(form == '3'
            ? "1. Title of Security (Instr. 4)\t2. Amount of Securities Beneficially Owned (Instr. 4)\t3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)\t4. Nature of Indirect Beneficial Ownership (Instr. 5)"
            : "1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any (Month/Day/Year)\t3. Transaction Code (Instr. 8)\t\t4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)\t\t\t5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)\t6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t7. Nature of Indirect Beneficial Ownership (Instr. 4)");
        if (form != '3')
            Line("\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t");
        foreach (var row in document.NonDerivativeRows)
            Line(noise.Row(form == '3'
                ? [Cell(row.SecurityTitle), Owned(row), Cell(row.DirectOrIndirect), Cell(row.NatureOfOwnership)]
                : [Cell(row.SecurityTitle), Cell(row.TransactionDate), Cell(row.DeemedExecutionDate), Code(row), Voluntary(row), Amount(row), Cell(row.AcquiredDisposedCode), Price(row.TransactionPricePerShare), Owned(row), Cell(row.DirectOrIndirect), Cell(row.NatureOfOwnership)]));
        Line("");
        Line(form == '3' ? "Table II - Derivative Securities Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)" : "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)");
        Line("");
        Line(form == '3'
            ? "1. Title of Derivative Security (Instr. 4)\t2. Date Exercisable and Expiration Date (Month/Day/Year)\t\t3. Title and Amount of Securities Underlying Derivative Security (Instr. 4)\t\t4. Conversion or Exercise Price of Derivative Security\t5. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)\t6. Nature of Indirect Beneficial Ownership (Instr. 5)"
            : "1. Title of Derivative Security (Instr. 3)\t2. Conversion or Exercise Price of Derivative Security\t3. Transaction Date (Month/Day/Year)\t3A. Deemed Execution Date, if any (Month/Day/Year)\t4. Transaction Code (Instr. 8)\t\t5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)\t\t6. Date Exercisable and Expiration Date (Month/Day/Year)\t\t7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)\t\t8. Price of Derivative Security (Instr. 5)\t9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)\t10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t11. Nature of Indirect Beneficial Ownership (Instr. 4)");
        Line(form == '3' ? "\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t" : "\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t");
        foreach (var row in document.DerivativeRows)
            Line(noise.Row(form == '3'
                ? [Cell(row.SecurityTitle), Cell(row.ExerciseDate), Cell(row.ExpirationDate), Cell(row.UnderlyingSecurityTitle), Underlying(row), Price(row.ConversionOrExercisePrice), Cell(row.DirectOrIndirect), Cell(row.NatureOfOwnership)]
                : [Cell(row.SecurityTitle), Price(row.ConversionOrExercisePrice), Cell(row.TransactionDate), Cell(row.DeemedExecutionDate), Code(row), Voluntary(row),
                    row.AcquiredDisposedCode?.Value == "D" ? "" : Amount(row), row.AcquiredDisposedCode?.Value == "D" ? Amount(row) : "", Cell(row.ExerciseDate), Cell(row.ExpirationDate),
                    Cell(row.UnderlyingSecurityTitle), Underlying(row), Price(row.TransactionPricePerShare), Owned(row), Cell(row.DirectOrIndirect), Cell(row.NatureOfOwnership)]));
        Line("");
    }

    private void WriteExplanations()
    {
        Line("Explanation of Responses");
        Line("");
        foreach (var footnote in document.Footnotes)
            foreach (var line in noise.Wrap($"{noise.Bullet()}{footnote.Id[1..]}. {Text(footnote.Text)}"))
                Line(line);
        if (document.Remarks is not null)
        {
            Line("Remarks:");
            Line(Text(document.Remarks));
        }
        Line("");
        foreach (var signature in document.Signatures)
            Line($"{noise.Signature(Text(signature.Name))} {Date(signature.Date)}");
        Line("");
        Line("** Signature of Reporting Person Date");
        Line("");
        Line("Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.");
        Line("- * If the form is filed by more than one reporting person, see Instruction 4 (b)(v).");
        Line("Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.");
    }

    private void Line(string text) => page.Append(text).Append('\n');

    private string Box(Field<bool?>? field) => level == NoiseLevel.Clean ? field?.Value == true ? "[X] " : "[ ] " : "";

    private string Tick(Field<bool?>? field) => Tick(field?.Value == true);

    private string Tick(bool ticked) => ticked ? "X " : level == NoiseLevel.Clean ? "[ ] " : "";

    private string Cell(Field<string?>? field) => noise.Value(Text(field)) + Marks(field?.FootnoteIds);

    private string Cell(Field<DateOnly?>? field) => noise.Value(Date(field)) + Marks(field?.FootnoteIds);

    private string Price(Field<decimal?>? field) => (field?.Value is null ? "" : noise.Value(noise.Dollar() + Number(field.Value))) + Marks(field?.FootnoteIds);

    private string Units(Field<decimal?>? field) => noise.Value(Number(field?.Value)) + Marks(field?.FootnoteIds);

    private string Owned(OwnershipRow row) => row.ValueOwnedFollowing is { } value ? Price(value) : Units(row.SharesOwnedFollowing);

    private string Amount(OwnershipRow row) => row.TransactionTotalValue is { } value ? Price(value) : Units(row.TransactionShares);

    private string Underlying(OwnershipRow row) => row.UnderlyingSecurityValue is { } value ? Price(value) : Units(row.UnderlyingSecurityShares);

    private string Code(OwnershipRow row) =>
        Text(row.TransactionCode) + (row.EquitySwapInvolved?.Value == true ? "/K" : "") + Marks(row.TransactionCodingFootnoteIds);

    private static string Voluntary(OwnershipRow row) => row.TransactionFormType?.Value == "5" ? "V" : "";

    private string Marks(IReadOnlyList<string>? ids) => ids is null || ids.Count == 0 ? "" : " " + string.Concat(ids.Select(id => noise.Mark(id[1..])));

    private static string Text(Field<string?>? field) => string.Join(' ', (field?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Date(Field<DateOnly?>? field) => field?.Value?.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Number(decimal? number) => number?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "";
}
