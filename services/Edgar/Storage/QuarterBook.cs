using Filingwire.Edgar.Indexes;
using Filingwire.Store;

namespace Filingwire.Edgar.Storage;

/// <summary>The quarters that were asked for or compared.</summary>
internal sealed class QuarterBook(DocumentCollection<QuarterDocument> quarters)
{
    private const int Most = 1000;

    /// <summary>A quarter; null when it is not in the book.</summary>
    public async Task<QuarterDocument?> FindAsync(Quarter quarter, CancellationToken cancellation) =>
        (await quarters.GetAsync(quarter.ToString(), cancellation))?.Value;

    /// <summary>Every quarter in the book, oldest first.</summary>
    public async Task<IReadOnlyList<QuarterDocument>> ListAsync(CancellationToken cancellation) =>
        [.. (await quarters.QueryAsync(DocumentQuery.All.Page(Most, ""), cancellation)).Items.Select(item => item.Value)];

    /// <summary>Changes a quarter.</summary>
    public async Task<QuarterDocument> ChangeAsync(Quarter quarter, Func<QuarterDocument, QuarterDocument> change,
        CancellationToken cancellation)
    {
        while (true)
        {
            var found = await quarters.GetAsync(quarter.ToString(), cancellation);
            var next = change(found?.Value ?? new QuarterDocument { Quarter = quarter.ToString() });
            if (next == found?.Value || await quarters.TrySaveAsync(
                new Change<QuarterDocument>(quarter.ToString(), found?.Version ?? 0, next, []), cancellation))
                return next;
        }
    }
}
