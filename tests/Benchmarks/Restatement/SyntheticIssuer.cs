using System.Globalization;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Benchmarks.Restatement;

/// <summary>Filings such as an issuer makes in ten years and more: quarterly and annual reports, notices for some of them, current reports, an error now and then.</summary>
internal static class SyntheticIssuer
{
    private static readonly DateOnly First = new(2005, 3, 31);

    /// <summary>In random order; the same seed gives the same filings.</summary>
    public static FilingFact[] Filings(int seed, int count)
    {
        var random = new Random(seed);
        var filings = new FilingFact[count];
        for (var i = 0; i < count; i++)
        {
            var quarter = i / 2;
            var end = First.AddMonths(3 * (quarter % 64));
            end = new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month));
            var form = end.Month == 12 ? "10-K" : "10-Q";
            filings[i] = (i % 2, random.Next(10)) switch
            {
                (0, < 8) => Filing(seed, i, form, end.AddDays(38 + random.Next(12))) with { Report = new ReportFact { ReportType = form, PeriodEnd = end, FilerStatus = FilerStatus.NonAccelerated } },
                (0, _) => Filing(seed, i, form + "/A", end.AddDays(100)) with { Report = new ReportFact { ReportType = form, PeriodEnd = end, Amendment = true, AmendedToRestate = random.Next(4) == 0 } },
                (_, < 2) => Filing(seed, i, "NT " + form, end.AddDays(46)) with { Notice = new NoticeFact { ReportType = Says(form), PeriodEnd = Says(end), ReliefClaimed = Says(true) } },
                (_, < 3) when quarter % 8 == 0 => Filing(seed, i, "8-K", end.AddDays(60)) with { ReportDate = end.AddDays(60), Disclosures = [new DisclosureFact { Kind = DisclosureKind.NonReliance402A, NonReliance = true, Periods = [new AffectedPeriod(end.AddYears(-1), null, PeriodKind.Interim, form, null)] }] },
                _ => Filing(seed, i, "8-K", end.AddDays(random.Next(90))) with { ReportDate = end.AddDays(random.Next(90)) },
            };
        }
        random.Shuffle(filings);
        return filings;
    }

    /// <summary>An issuer whose 10-Q is noticed and outstanding; one of a hundred for a report due earlier.</summary>
    public static IssuerDocument WithOpenCase(int number)
    {
        var due = number % 100 == 0 ? new DateOnly(2024, 8, 14) : new DateOnly(2024, 9, 16);
        var end = number % 100 == 0 ? new DateOnly(2024, 6, 30) : new DateOnly(2024, 7, 31);
        var notice = Filing(number, 0, "NT 10-Q", due) with { Notice = new NoticeFact { ReportType = Says("10-Q"), PeriodEnd = Says(end), ReliefClaimed = Says(true), StatedDueDate = Says(due) } };
        return IssuerFold.Learn(new IssuerDocument { Issuer = (number + 1).ToString(CultureInfo.InvariantCulture) }, notice, null);
    }

    private static FilingFact Filing(int issuer, int number, string form, DateOnly filed) => new()
    {
        Filing = string.Create(CultureInfo.InvariantCulture, $"filings/{issuer + 1:D10}-{number % 100:D2}-{number:D6}"),
        Revision = "1",
        Generation = 1,
        FormType = form,
        FiledOn = filed,
        IssuerName = "Example Corp.",
        FiscalYearEnd = "1231",
    };

    private static Field<T> Says<T>(T value) => new(value, new Source(value?.ToString() ?? "", new ByteSpan(100, 110), "synthetic", 90));
}
