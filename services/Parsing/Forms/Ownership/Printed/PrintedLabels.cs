namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>What the form's printed words stand for.</summary>
internal enum PrintedLabel
{
    /// <summary>Printed words without an entry of their own.</summary>
    Filler,
    Name,
    LastFirstMiddle,
    Street,
    CityStateZip,
    Issuer,
    ForeignSymbol,
    Period,
    Amendment,
    Relationship,

    /// <summary>A box of forms before 2003 that is not read: the number of the person, the month of the statement.</summary>
    Unread,
    Director,
    TenPercentOwner,
    Officer,
    Other,
    Joint,
    OnePerson,
    MorePersons,
}

/// <summary>The printed words of Forms 3, 4 and 5, squashed (<see cref="PrintedWords"/>).</summary>
internal static class PrintedLabels
{
    /// <summary>Words of the boxes above the tables. Longer words stand before shorter ones that they contain.</summary>
    public static readonly IReadOnlyList<(string Words, PrintedLabel Label)> Cover =
    [
        ("nameandaddressofreportingperson", PrintedLabel.Name),
        ("issuernameandtickerortradingsymbol", PrintedLabel.Issuer),
        ("foreigntradingsymbol", PrintedLabel.ForeignSymbol),
        ("dateofearliesttransaction", PrintedLabel.Period),
        ("dateofeventrequiringstatement", PrintedLabel.Period),
        ("statementforissuersfiscalyearended", PrintedLabel.Period),
        ("ifamendmentdateoforiginalfiled", PrintedLabel.Amendment),
        ("ifamendmentdateoriginalfiled", PrintedLabel.Amendment),
        ("relationshipofreportingpersonstoissuer", PrintedLabel.Relationship),
        ("irsorsocialsecuritynumberofreportingperson", PrintedLabel.Unread),
        ("irsidentificationnumberofreportingperson", PrintedLabel.Unread),
        ("statementformonthyear", PrintedLabel.Unread),
        ("individualorjointgroupfiling", PrintedLabel.Joint),
        ("formfiledbyonereportingperson", PrintedLabel.OnePerson),
        ("formfiledbymorethanonereportingperson", PrintedLabel.MorePersons),
        ("officergivetitlebelow", PrintedLabel.Officer),
        ("officergivetitle", PrintedLabel.Officer),
        ("otherspecifybelow", PrintedLabel.Other),
        ("otherspecify", PrintedLabel.Other),
        ("checkallapplicable", PrintedLabel.Filler),
        ("checkapplicableline", PrintedLabel.Filler),
        ("checkapplicable", PrintedLabel.Filler),
        ("monthdayyear", PrintedLabel.Filler),
        ("printortyperesponses", PrintedLabel.Filler),
    ];

    /// <summary>Short words that count only when they fill their place: at a cell's start or behind a mark, up to its end, a mark or another label.</summary>
    public static readonly IReadOnlyList<(string Words, PrintedLabel Label)> Short =
    [
        ("director", PrintedLabel.Director),
        ("10%owner", PrintedLabel.TenPercentOwner),
        ("officer", PrintedLabel.Officer),
        ("other", PrintedLabel.Other),
    ];

    /// <summary>Words in parentheses under the lines of the first box.</summary>
    public static readonly IReadOnlyList<(string Word, PrintedLabel Label)> Bracketed =
    [
        ("(last)", PrintedLabel.LastFirstMiddle),
        ("(first)", PrintedLabel.LastFirstMiddle),
        ("(middle)", PrintedLabel.LastFirstMiddle),
        ("(street)", PrintedLabel.Street),
        ("(city)", PrintedLabel.CityStateZip),
        ("(state)", PrintedLabel.CityStateZip),
        ("(zip)", PrintedLabel.CityStateZip),
        ("(zip/postal code)", PrintedLabel.CityStateZip),
        ("(country)", PrintedLabel.CityStateZip),
    ];

    /// <summary>The headings of the boxes, to know a fragment of them by.</summary>
    public static readonly string CoverWords = string.Concat(Cover.Select(label => label.Words)) + "seeinstruction10";

    /// <summary>The headings of both tables, to know a fragment of them by.</summary>
    public const string TableHeadings =
        "1titleofsecurityinstr32transactiondatemonthdayyear2adeemedexecutiondateifanymonthdayyear3transactioncodeinstr8codevamount"
        + "4securitiesacquiredaordisposedofdinstr34and5aordprice5amountofsecuritiesbeneficiallyownedfollowingreportedtransactionsinstr3and4"
        + "6ownershipformdirectdorindirectiinstr47natureofindirectbeneficialownershipinstr4"
        + "1titleofderivativesecurityinstr32conversionorexercisepriceofderivativesecurity3transactiondate3adeemedexecutiondateifany"
        + "4transactioncodeinstr85numberofderivativesecuritiesacquiredaordisposedofdinstr34and56dateexercisableandexpirationdatemonthdayyear"
        + "dateexercisableexpirationdatetitleamountornumberofshares7titleandamountofsecuritiesunderlyingderivativesecurityinstr3and4"
        + "8priceofderivativesecurityinstr59numberofderivativesecuritiesbeneficiallyownedfollowingreportedtransactionsinstr4"
        + "10ownershipformdirectdorindirectiinstr411natureofindirectbeneficialownershipinstr4amountofsecuritiesbeneficiallyowned"
        + "attheendofissuersfiscalyear";
}
