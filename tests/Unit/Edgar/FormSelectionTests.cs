using Filingwire.Edgar.Selection;

namespace Filingwire.Unit.Edgar;

public sealed class FormSelectionTests
{
    [Theory]
    [InlineData("4", true)]
    [InlineData("4/A", true)]
    [InlineData("424B2", false)]
    [InlineData("40-APP", false)]
    [InlineData("NT 10-Q", true)]
    [InlineData("NT 10-K/A", true)]
    [InlineData("NTN 10Q", true)]
    [InlineData("NT NPORT-P", false)]
    [InlineData("NT N-MFP1", false)]
    [InlineData("8-K12B", true)]
    [InlineData("10-K405", true)]
    [InlineData("25-NSE", true)]
    [InlineData("15-12G", true)]
    [InlineData("SCHEDULE 13D/A", false)]
    [InlineData("UPLOAD", false)]
    public void The_default_takes_whole_families_and_nothing_that_only_begins_alike(string form, bool taken)
    {
        Assert.Null(FormSelection.Read(FormSelection.Default, "", out var selection));
        Assert.Equal(taken, selection.Takes(form, []));
    }

    [Theory]
    [InlineData("8-K", "4.02 9.01", true)]
    [InlineData("8-K/A", "5.02", false)]
    [InlineData("8-K", "", true)]
    [InlineData("4", "", true)]
    public void Current_reports_can_be_taken_by_item(string form, string items, bool taken)
    {
        Assert.Null(FormSelection.Read("8-K, 4", "4.01,4.02", out var selection));
        Assert.Equal(taken, selection.Takes(form, items.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_name_that_is_no_family_is_told() => Assert.Equal("8K", FormSelection.Read("4,8K", "", out _));

    [Theory]
    [InlineData("10-K", true)]
    [InlineData("10-Q/A", true)]
    [InlineData("8-K", false)]
    public void Of_periodic_reports_the_main_document_is_enough(string form, bool enough) => Assert.Equal(
        enough, FormSelection.IsMainDocumentEnough(form));
}
