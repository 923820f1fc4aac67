using System.Globalization;
using System.Text;
using Filingwire.Sec.Calendar;
using Filingwire.Edgar.Feed;

namespace Filingwire.Integration.Edgar;

/// <summary>The text of a submission as EDGAR gives it out, with the header that the filing has and a short document.</summary>
internal static class FakeSubmission
{
    public static byte[] Text(FakeFiling filing) => Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        <SEC-DOCUMENT>{filing.Accession}.txt : {EasternTime.DateOf(filing.VisibleAt):yyyyMMdd}
        <SEC-HEADER>{filing.Accession}.hdr.sgml : {EasternTime.DateOf(filing.VisibleAt):yyyyMMdd}
        <ACCEPTANCE-DATETIME>{EasternTime.WallClock(filing.AcceptedAt):yyyyMMddHHmmss}
        ACCESSION NUMBER:		{filing.Accession}
        CONFORMED SUBMISSION TYPE:	{filing.FormType}
        PUBLIC DOCUMENT COUNT:		1
        CONFORMED PERIOD OF REPORT:	20250630
        FILED AS OF DATE:		{filing.FiledOn:yyyyMMdd}
        {string.Concat(filing.Parties.Select(Party))}
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>{filing.FormType}
        <SEQUENCE>1
        <FILENAME>document.txt
        <TEXT>
        {Document(filing)}
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>

        """));

    private static string Party((string Cik, string Name, PartyRole Role) party)
    {
        var heading = party.Role switch { PartyRole.Issuer => "ISSUER", PartyRole.Reporting => "REPORTING-OWNER", _ => "FILER" };
        return $"""

            {heading}:

            	COMPANY DATA:
            		COMPANY CONFORMED NAME:			{party.Name}
            		CENTRAL INDEX KEY:			{party.Cik.PadLeft(10, '0')}

            """;
    }

    private static string Document(FakeFiling filing) => filing.Parties.Any(party => party.Role == PartyRole.Issuer) ? Ownership(filing) : filing.FormType switch
    {
        "8-K" or "8-K/A" => "Item 8.01 Other Events.\n\nThe company announced something else.\n\nSIGNATURES\n",
        _ => $"FORM {filing.FormType}\n\n{filing.Parties[0].Name}\n\nA report of this company.\n",
    };

    private static string Ownership(FakeFiling filing)
    {
        var issuer = filing.Parties.First(party => party.Role == PartyRole.Issuer);
        var owner = filing.Parties.First(party => party.Role == PartyRole.Reporting);
        return $"""
            <XML>
            <?xml version="1.0"?>
            <ownershipDocument>
            <schemaVersion>X0508</schemaVersion><documentType>{filing.FormType}</documentType><periodOfReport>2025-06-30</periodOfReport>
            <issuer><issuerCik>{issuer.Cik.PadLeft(10, '0')}</issuerCik><issuerName>{issuer.Name}</issuerName><issuerTradingSymbol>ISS</issuerTradingSymbol></issuer>
            <reportingOwner><reportingOwnerId><rptOwnerCik>{owner.Cik.PadLeft(10, '0')}</rptOwnerCik><rptOwnerName>{owner.Name}</rptOwnerName></reportingOwnerId>
            <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
            <ownerSignature><signatureName>/s/ {owner.Name}</signatureName><signatureDate>2025-06-30</signatureDate></ownerSignature>
            </ownershipDocument>
            </XML>
            """;
    }
}
