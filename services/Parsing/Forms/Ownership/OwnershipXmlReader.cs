using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;
using static Filingwire.Parsing.Forms.Ownership.OwnershipElement;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>
/// Reads EDGAR's ownership XML of any version. It branches on the elements that are there, never on the version. The names of leaves are unique
/// inside a row and an owner, so the wrappers between (transactionAmounts …) need not be intact; their text alone carries the facts.
/// </summary>
internal ref struct OwnershipXmlReader(ReadOnlySpan<byte> submission, ByteSpan body, List<Diagnostic> diagnostics)
{
    /// <summary>The specification allows 30 rows in a table; a bound keeps a hostile document small.</summary>

    private static readonly XmlElements Elements = XmlElements.Of("ownership.xml.", OwnershipElement.Value, FootnoteId);

    private readonly OwnershipDocument document = new();
    private readonly List<ReportingOwner> owners = [];
    private readonly List<OwnershipRow> nonDerivatives = [];
    private readonly List<OwnershipRow> derivatives = [];
    private readonly List<Footnote> footnotes = [];
    private readonly List<OwnerSignature> signatures = [];
    private XmlCursor<OwnershipElement> xml = new(Elements, submission, body, diagnostics);
    private OwnershipRow? row;
    private ReportingOwner? owner;
    private PostalAddress? address;
    private OwnerSignature? signature;
    private NoteList codingNotes;

    /// <summary>Reads the document.</summary>
    public OwnershipDocument Read()
    {
        while (xml.Read())
        {
            if (xml.IsClosed)
                Close();
            else if (!OpenGroup() && !ReadOfFiling() && !ReadOfOwner() && !ReadOfRow())
                xml.Report(Severity.Warning, "element-misplaced", "An element stands where the specification has none of its name.", xml.Tag);
        }
        EndRow(xml.Tag.Start);
        document.ReportingOwners = owners;
        document.NonDerivativeRows = nonDerivatives;
        document.DerivativeRows = derivatives;
        document.Footnotes = footnotes;
        document.Signatures = signatures;
        return document;
    }

    private bool OpenGroup()
    {
        switch (xml.Element)
        {
            case OwnershipElement.ReportingOwner:
                owners.Add(owner = new ReportingOwner());
                address = null;
                break;
            case OwnershipElement.OwnerSignature:
                signatures.Add(signature = new OwnerSignature());
                break;
            case NonDerivativeTransaction:
                BeginRow(nonDerivatives, OwnershipRowKind.Transaction);
                break;
            case NonDerivativeHolding:
                BeginRow(nonDerivatives, OwnershipRowKind.Holding);
                break;
            case DerivativeTransaction:
                BeginRow(derivatives, OwnershipRowKind.Transaction);
                break;
            case DerivativeHolding:
                BeginRow(derivatives, OwnershipRowKind.Holding);
                break;
            case OwnershipElement.OwnershipDocument or Issuer or ReportingOwnerId or ReportingOwnerAddress or ReportingOwnerRelationship
                or NonDerivativeTable or DerivativeTable or TransactionCoding or TransactionAmounts or UnderlyingSecurity
                or PostTransactionAmounts or OwnershipNature or Footnotes or Unknown:
                break;
            default:
                return false;
        }
        return true;
    }

    private void Close()
    {
        switch (xml.Element)
        {
            case NonDerivativeTransaction or NonDerivativeHolding or DerivativeTransaction or DerivativeHolding or NonDerivativeTable or DerivativeTable:
                EndRow(xml.Tag.End);
                break;
            case OwnershipElement.ReportingOwner:
                owner = null;
                break;
            case OwnershipElement.OwnerSignature:
                signature = null;
                break;
            case TransactionCoding when row is not null:
                row.TransactionCodingFootnoteIds = codingNotes.ToList();
                codingNotes = default;
                break;
        }
    }

    private void BeginRow(List<OwnershipRow> table, OwnershipRowKind kind)
    {
        EndRow(xml.Tag.Start);
        if (table.Count == OwnershipDocument.MostRows)
        {
            xml.Report(Severity.Error, "rows-cut-off", "A table has more rows than are read.", xml.Tag);
            return;
        }
        table.Add(row = new OwnershipRow { Kind = kind, Ordinal = table.Count + 1, Span = xml.Tag });
    }

    private void EndRow(int end)
    {
        if (row is not null)
            row.Span = row.Span with { End = end };
        row = null;
    }

    private bool ReadOfFiling()
    {
        switch (xml.Element)
        {
            case SchemaVersion: document.SchemaVersion = xml.Text(); break;
            case DocumentType: document.DocumentType = xml.Text(); break;
            case PeriodOfReport: document.PeriodOfReport = xml.Date(); break;
            case DateOfOriginalSubmission: document.DateOfOriginalSubmission = xml.Date(); break;
            case NoSecuritiesOwned: document.NoSecuritiesOwned = xml.Flag(); break;
            case NotSubjectToSection16: document.NotSubjectToSection16 = xml.Flag(); break;
            case Form3HoldingsReported: document.Form3HoldingsReported = xml.Flag(); break;
            case Form4TransactionsReported: document.Form4TransactionsReported = xml.Flag(); break;
            case Aff10b5One: document.Aff10b5One = xml.Flag(); break;
            case IssuerCik: document.Issuer.Cik = xml.Text(); break;
            case IssuerName: document.Issuer.Name = xml.Text(); break;
            case IssuerTradingSymbol: document.Issuer.TradingSymbol = xml.Text(); break;
            case IssuerForeignTradingSymbol: document.Issuer.ForeignTradingSymbol = xml.Text(); break;
            case Remarks: document.Remarks = xml.Text(); break;
            case OwnershipElement.Footnote: ReadFootnote(); break;
            case SignatureName when signature is not null: SignatureLine.Fill(signature, xml.Text()); break;
            case SignatureDate when signature is not null: signature.Date = xml.Date(); break;
            default: return false;
        }
        return true;
    }

    private void ReadFootnote()
    {
        var id = xml.Id();
        if (id is null)
            xml.Report(Severity.Warning, "footnote-without-id", "A footnote has no id; no value can refer to it.", xml.Tag);
        footnotes.Add(new Footnote(id ?? "", xml.Text()));
    }

    private bool ReadOfOwner()
    {
        if (owner is null)
            return false;
        switch (xml.Element)
        {
            case RptOwnerCik: owner.Cik = xml.Text(); break;
            // The owner's access code is a secret that a filer published by mistake.
            case RptOwnerCcc: xml.Discard(); break;
            case RptOwnerName: owner.Name = xml.Text(); break;
            case RptOwnerGoodAddress: owner.GoodAddress = xml.Flag(); break;
            case IsDirector: owner.IsDirector = xml.Flag(); break;
            case IsOfficer: owner.IsOfficer = xml.Flag(); break;
            case IsTenPercentOwner: owner.IsTenPercentOwner = xml.Flag(); break;
            case IsOther: owner.IsOther = xml.Flag(); break;
            case OfficerTitle: owner.OfficerTitle = xml.Text(); break;
            case OtherText: owner.OtherText = xml.Text(); break;
            case RptOwnerNonUSAddressFlag when xml.Flag() is { } flag: Address().NonUs = flag; break;
            case RptOwnerStreet1 when xml.Text() is { } text: Address().Street1 = text; break;
            case RptOwnerStreet2 when xml.Text() is { } text: Address().Street2 = text; break;
            case RptOwnerCity when xml.Text() is { } text: Address().City = text; break;
            case RptOwnerState when xml.Text() is { } text: Address().State = text; break;
            case RptOwnerZipCode when xml.Text() is { } text: Address().Zip = text; break;
            case RptOwnerStateDescription when xml.Text() is { } text: Address().StateDescription = text; break;
            case RptOwnerCountry when xml.Text() is { } text: Address().Country = text; break;
            case RptOwnerNonUSStateTerritory when xml.Text() is { } text: Address().NonUsStateTerritory = text; break;
            default: return xml.Element is >= RptOwnerNonUSAddressFlag and <= RptOwnerStateDescription;
        }
        return true;
    }

    private PostalAddress Address() => address ??= owner!.Address = new PostalAddress();

    private bool ReadOfRow()
    {
        if (row is null)
            return false;
        switch (xml.Element)
        {
            case SecurityTitle: row.SecurityTitle = xml.Text(); break;
            case ConversionOrExercisePrice: row.ConversionOrExercisePrice = xml.Number(); break;
            case TransactionDate: row.TransactionDate = xml.Date(); break;
            case DeemedExecutionDate: row.DeemedExecutionDate = xml.Date(); break;
            case TransactionFormType: row.TransactionFormType = xml.Text(); break;
            case TransactionCode: row.TransactionCode = xml.Text(); break;
            case EquitySwapInvolved: row.EquitySwapInvolved = xml.Flag(); break;
            case FootnoteId: ReadCodingNote(); break;
            case TransactionTimeliness: row.TransactionTimeliness = xml.Text(); break;
            case TransactionShares: row.TransactionShares = xml.Number(); break;
            case TransactionTotalValue: row.TransactionTotalValue = xml.Number(); break;
            case TransactionPricePerShare: row.TransactionPricePerShare = xml.Number(); break;
            case TransactionAcquiredDisposedCode: row.AcquiredDisposedCode = xml.Text(); break;
            case ExerciseDate: row.ExerciseDate = xml.Date(); break;
            case ExpirationDate: row.ExpirationDate = xml.Date(); break;
            case UnderlyingSecurityTitle: row.UnderlyingSecurityTitle = xml.Text(); break;
            case UnderlyingSecurityShares: row.UnderlyingSecurityShares = xml.Number(); break;
            case UnderlyingSecurityValue: row.UnderlyingSecurityValue = xml.Number(); break;
            case SharesOwnedFollowingTransaction: row.SharesOwnedFollowing = xml.Number(); break;
            case ValueOwnedFollowingTransaction: row.ValueOwnedFollowing = xml.Number(); break;
            case DirectOrIndirectOwnership: row.DirectOrIndirect = xml.Text(); break;
            case NatureOfOwnership: row.NatureOfOwnership = xml.Text(); break;
            default: return false;
        }
        return true;
    }

    private void ReadCodingNote()
    {
        if (!codingNotes.Add(xml.Id(), xml.Tag))
            xml.Report(Severity.Warning, "footnote-reference-empty", "A footnote reference names no footnote.", xml.Tag);
        xml.Discard();
    }
}
