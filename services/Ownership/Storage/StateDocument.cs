using System.Text.Json.Serialization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>
/// What one filing states about positions, and until when. Kept beside the filing so that the positions of a day are found without its history: a
/// later filing rewrites this small document only.
/// </summary>
/// <param name="Issuer">Key.</param>
/// <param name="IssuerName">The key that the issuer's name gives; null without one.</param>
/// <param name="Order">The filing's place among others.</param>
/// <param name="Accounts">By owner; none when no row of the filing counts.</param>
public sealed record StateDocument(string Issuer, string? IssuerName, string Order, IReadOnlyList<AccountStates> Accounts)
{
    /// <summary>What a filing states, as if there were no other.</summary>
    public static StateDocument Of(ReportDocument document) => new(
        document.Report.Issuer.ToString(),
        document.Report.IssuerNameKey?.ToString(),
        FilingOrder.TextOf(document.Report),
        [.. document.OwnerKeys.Distinct()
            .Select(owner => new AccountStates(owner.ToString(), StateChains.Alone(HeldState.Of(document.Rows, owner))))
            .Where(account => account.States.Count > 0)]);

    /// <summary>The day from which on none of the states holds; the end of time while one does.</summary>
    [JsonIgnore]
    public DateOnly Until => Accounts.SelectMany(account => account.States).Max(state => (DateOnly?)(state.Until ?? DateOnly.MaxValue)) ?? DateOnly.MinValue;

    /// <summary>The first day about which anything is stated; the end of time when nothing is.</summary>
    [JsonIgnore]
    public DateOnly From => Accounts.SelectMany(account => account.States).Min(state => (DateOnly?)state.From) ?? DateOnly.MaxValue;

    /// <summary>The mark of an owner at an issuer.</summary>
    public static string Account(string issuer, string owner) => CompositeKey.Of(issuer, owner);

    /// <summary>The same document with other states for one owner.</summary>
    public StateDocument With(string owner, IReadOnlyList<HeldState> states) =>
        this with { Accounts = [.. Accounts.Select(account => account.Owner == owner ? new AccountStates(owner, states) : account)] };

    /// <summary>True when both say the same.</summary>
    public bool Says(StateDocument other) =>
        Issuer == other.Issuer && IssuerName == other.IssuerName && Order == other.Order && Accounts.Count == other.Accounts.Count
        && Accounts.Zip(other.Accounts).All(pair => pair.First.Owner == pair.Second.Owner && pair.First.States.SequenceEqual(pair.Second.States));
}

/// <summary>What one filing states for one of its owners.</summary>
public sealed record AccountStates(string Owner, IReadOnlyList<HeldState> States);
