using Filingwire.Store;

namespace Filingwire.Extraction.Storage;

/// <summary>The collections of Extraction's own database.</summary>
internal static class Collections
{
    public static CollectionDefinition<FilingRecord> Filings { get; } = new CollectionDefinition<FilingRecord>("filings")
        .Text("issuer", filing => filing.Issuer)
        .Text("formType", filing => filing.FormType)
        .Text("bodySha256", filing => filing.BodySha256)
        .Number("receivedAt", filing => filing.ReceivedAt.UtcTicks)
        .Index("issuer", "receivedAt").Index("formType", "receivedAt").Index("receivedAt").Index("bodySha256");

    public static CollectionDefinition<RejectionRecord> Rejections { get; } = new("rejections");

    public static CollectionDefinition<NameLink> NameLinks { get; } = new CollectionDefinition<NameLink>("nameLinks")
        .Number("open", link => link.IsOpen ? 1 : 0)
        .Index("open");

    public static IReadOnlyList<CollectionDefinition> All { get; } = [Filings, Rejections, NameLinks];
}
