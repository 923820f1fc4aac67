using Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Api;

/// <summary>Addresses of persons in a filing: insiders give their home.</summary>
internal static class PersonalAddresses
{
    /// <summary>The same filing without them. A company's addresses stay.</summary>
    public static Filing WithoutPersonalAddresses(this Filing filing)
    {
        foreach (var party in filing.HeaderParties.Where(party => party.Role == Party.Types.Role.ReportingOwner))
            (party.BusinessAddress, party.MailAddress) = (null, null);
        foreach (var owner in filing.Ownership?.ReportingOwners ?? [])
            owner.Address = null;
        return filing;
    }
}
