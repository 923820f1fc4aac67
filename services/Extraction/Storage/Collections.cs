using Filingwire.Store;

namespace Filingwire.Extraction.Storage;

/// <summary>The collections of Extraction's own database.</summary>
internal static class Collections
{
    public static CollectionDefinition<FilingRecord> Filings { get; } = new CollectionDefinition<FilingRecord>("filings")
        .Text("issuer", filing => filing.Issuer)
        .Text("formType", filing => filing.FormType)
        .Text("bodySha256", filing => filing.BodySha256)
        .Number("receivedAt", filing => filing.ReceivedAt.UtcTicks);

    public static CollectionDefinition<RejectionRecord> Rejections { get; } = new("rejections");

    public static CollectionDefinition<NameLink> NameLinks { get; } = new CollectionDefinition<NameLink>("nameLinks")
        .Number("applied", link => link.Applied ? 1 : 0);

    public static IReadOnlyList<CollectionDefinition> All { get; } = [Filings, Rejections, NameLinks];
}
