using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Envelopes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Postal addresses → wire.</summary>
public static class AddressMapping
{
    /// <summary>An address; null stays null.</summary>
    public static Wire.Address? ToProto(this PostalAddress? address) => address is null ? null : new Wire.Address
    {
        Street1 = address.Street1.ToProto(),
        Street2 = address.Street2.ToProto(),
        City = address.City.ToProto(),
        State = address.State.ToProto(),
        Zip = address.Zip.ToProto(),
        Country = address.Country.ToProto(),
        Phone = address.Phone.ToProto(),
        StateDescription = address.StateDescription.ToProto(),
        NonUs = address.NonUs.ToProto(),
        NonUsStateTerritory = address.NonUsStateTerritory.ToProto(),
    };
}
