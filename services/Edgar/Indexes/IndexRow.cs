using Filingwire.Sec.Identifiers;

namespace Filingwire.Edgar.Indexes;

/// <summary>One row of an index: one party of one submission. A Form 4 has a row for its issuer and one for each owner.</summary>
/// <param name="Cik">The party.</param>
/// <param name="Company">Its name as EDGAR conforms it; blank in a few rows.</param>
/// <param name="FormType">As written, "SCHEDULE 13D/A".</param>
/// <param name="FiledOn">EDGAR's filing date.</param>
/// <param name="Accession">The submission; null for the few rows of 1993 to 1995 whose path holds none.</param>
/// <param name="Path">Below the archives' root: "edgar/data/1000228/0001209191-18-064398.txt".</param>
public readonly record struct IndexRow(Cik Cik, string Company, string FormType, DateOnly FiledOn, AccessionNumber? Accession, string Path);
