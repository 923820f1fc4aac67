using System.Globalization;
using System.Text;
using Filingwire.Extraction.V1;
using Google.Protobuf;

namespace Filingwire.Integration.Fixtures;

/// <summary>Any number of plain Forms 4, each with an accession number of its own: one purchase of one owner at one of a few issuers.</summary>
internal static class ManyForms4
{
    public const int Issuers = 7;

    public static string Accession(int number) => string.Create(CultureInfo.InvariantCulture, $"0009999999-24-{number:000000}");

    public static string IssuerCik(int number) => string.Create(CultureInfo.InvariantCulture, $"{2_000_000 + (number % Issuers)}");

    public static SubmitFilingRequest Request(int number) => new()
    {
        Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(Document(number))),
        Stated = new StatedFacts { Accession = Accession(number), FiledOn = "2024-06-05" },
    };

    private static string Document(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version="1.0"?>
        <ownershipDocument>
          <schemaVersion>X0508</schemaVersion>
          <documentType>4</documentType>
          <periodOfReport>2024-06-03</periodOfReport>
          <issuer><issuerCik>{IssuerCik(number).PadLeft(10, '0')}</issuerCik><issuerName>Issuer {number % Issuers} Inc.</issuerName><issuerTradingSymbol>ISS{number % Issuers}</issuerTradingSymbol></issuer>
          <reportingOwner>
            <reportingOwnerId><rptOwnerCik>{(3_000_000 + (number % 11)).ToString(CultureInfo.InvariantCulture).PadLeft(10, '0')}</rptOwnerCik><rptOwnerName>Owner Number {number % 11}</rptOwnerName></reportingOwnerId>
            <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
          </reportingOwner>
          <nonDerivativeTable>
            <nonDerivativeTransaction>
              <securityTitle><value>Common Stock</value></securityTitle>
              <transactionDate><value>2024-06-03</value></transactionDate>
              <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
              <transactionAmounts>
                <transactionShares><value>{100 + number}</value></transactionShares>
                <transactionPricePerShare><value>12.34</value></transactionPricePerShare>
                <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
              </transactionAmounts>
              <postTransactionAmounts><sharesOwnedFollowingTransaction><value>{1000 + number}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
              <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
            </nonDerivativeTransaction>
          </nonDerivativeTable>
          <ownerSignature><signatureName>/s/ Owner Number {number % 11}</signatureName><signatureDate>2024-06-05</signatureDate></ownerSignature>
        </ownershipDocument>
        """);
}
