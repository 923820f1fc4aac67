using Filingwire.Parsing.Language;

namespace Filingwire.Unit.Parsing.Language;

/// <summary>Assertion per clause, a row per trigger and per word that ends its scope. The brackets mark what the sentence is asked about.</summary>
public sealed class AssertionTests
{
    [Theory]
    // Affirmed, with triggers whose scope has ended.
    [InlineData("The Company will [restate] its financial statements.", Certainty.Affirmed)]
    [InlineData("The Company could not file because an [error] was found.", Certainty.Affirmed)]
    [InlineData("The review was not timely, and the [error] was found later.", Certainty.Affirmed)]
    [InlineData("The Company has not completed its [investigation].", Certainty.Affirmed)]
    [InlineData("The Company may not complete the [restatement] in time.", Certainty.Affirmed)]
    [InlineData("The statements for the fiscal year ended May 31, 2012 contain an [error].", Certainty.Affirmed)]
    [InlineData("The report filed in May described an [error].", Certainty.Affirmed)]
    [InlineData("Not only one [error] was found.", Certainty.Affirmed)]
    [InlineData("The report was filed no later than June and described an [error].", Certainty.Affirmed)]
    [InlineData("Until the [restatement] is completed no report can be filed.", Certainty.Affirmed)]
    [InlineData("The Company considered whether to wait, but it found an [error].", Certainty.Affirmed)]
    [InlineData("We cannot file without unreasonable effort, as an [error] was found.", Certainty.Affirmed)]
    // Negated.
    [InlineData("The Company did not find an [error].", Certainty.Negated)]
    [InlineData("No [restatement] is planned.", Certainty.Negated)]
    [InlineData("The Company has never had a [restatement].", Certainty.Negated)]
    [InlineData("Neither the board nor management found an [error].", Certainty.Negated)]
    [InlineData("The review ended without an [error].", Certainty.Negated)]
    [InlineData("The Company has not concluded that they require [restatement].", Certainty.Negated)]
    [InlineData("Management does not believe that an [error] exists.", Certainty.Negated)]
    [InlineData("They were corrected rather than [restated].", Certainty.Negated)]
    [InlineData("A [restatement] is not required.", Certainty.Negated)]
    [InlineData("An [error] was not identified.", Certainty.Negated)]
    // Hypothetical.
    [InlineData("If management determines that the errors are material, the Company will [restate].", Certainty.Hypothetical)]
    [InlineData("Unless cured, the matter means that we [restate].", Certainty.Hypothetical)]
    [InlineData("In the event the Company is required to prepare a [restatement], it will recover pay.", Certainty.Hypothetical)]
    [InlineData("We are evaluating whether a [restatement] is needed.", Certainty.Hypothetical)]
    [InlineData("The Company may [restate] its statements.", Certainty.Hypothetical)]
    [InlineData("The findings might lead to a [restatement].", Certainty.Hypothetical)]
    [InlineData("It could [restate].", Certainty.Hypothetical)]
    [InlineData("That would require a [restatement].", Certainty.Hypothetical)]
    [InlineData("There is a risk of a [restatement].", Certainty.Hypothetical)]
    [InlineData("the possibility that previously issued statements need to be [restated]", Certainty.Hypothetical)]
    [InlineData("We give no assurance that there is no [error].", Certainty.Hypothetical)]
    [InlineData("It reviews potential [errors].", Certainty.Hypothetical)]
    [InlineData("It knows of any [error].", Certainty.Hypothetical)]
    [InlineData("A [restatement] could be required.", Certainty.Hypothetical)]
    // Historical.
    [InlineData("which year had previously been [restated]", Certainty.Historical)]
    [InlineData("The prior [restatement] was completed in 2010.", Certainty.Historical)]
    [InlineData("There was in the past an [error].", Certainty.Historical)]
    // Somebody else's.
    [InlineData("One of its customers announced that its statements should be [restated].", Certainty.SomebodyElse)]
    [InlineData("A supplier has disclosed that its accounts are to be [restated].", Certainty.SomebodyElse)]
    [InlineData("She led the [restatement] of that company’s 2016 statements.", Certainty.SomebodyElse)]
    [InlineData("another company’s [restatement]", Certainty.SomebodyElse)]
    [InlineData("A customer disclosed an error, and the Company will [restate] its statements.", Certainty.Affirmed)]
    public void Each_trigger_and_each_end_of_scope(string sentence, Certainty certainty)
    {
        var at = sentence.IndexOf('[', StringComparison.Ordinal);
        var length = sentence.IndexOf(']', StringComparison.Ordinal) - at - 1;
        Assert.Equal(certainty, Assertion.Of(sentence.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), at, length));
    }
}
