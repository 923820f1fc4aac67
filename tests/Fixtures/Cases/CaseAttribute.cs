using Xunit.v3;

namespace Filingwire.Cases;

/// <summary>
/// The hard cases of <c>cases.tsv</c> that a test, or every test of a class, holds: <c>[Case("O2")]</c>. They are traits, so that <c>./filingwire cases</c> can list what
/// no test holds. A label is honest when the test would fail were the case handled wrongly.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class CaseAttribute(params string[] cases) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait.</summary>
    public const string Trait = "Case";

    /// <summary>Numbers of cases.</summary>
    public IReadOnlyList<string> Cases => cases;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. cases.Select(number => new KeyValuePair<string, string>(Trait, number))];
}
