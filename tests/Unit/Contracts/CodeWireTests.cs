using System.Reflection;
using Filingwire.Contracts.Codes;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Calendar;
using OwnershipBasis = Filingwire.Ownership.V1.FilingDate.Types.Basis;
using RestatementV1 = Filingwire.Restatement.V1;

namespace Filingwire.Unit.Contracts;

/// <summary>Codes and the wire's enums say the same, value by value, in both directions.</summary>
public sealed class CodeWireTests
{
    private static readonly MethodInfo[] Mappings = [.. typeof(CodeWire).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)];

    public static TheoryData<Type, Type> ToTheWire => new(Mappings.Where(method => method.Name is "ToProto" or "ToRestatement").Select(Pair));

    public static TheoryData<Type, Type> FromTheWire => new(Mappings.Where(method => method.Name == "ToCode").Select(Pair));

    /// <summary>Restatement's own codes, which no other service has.</summary>
    public static TheoryData<Type, Type> Own => new()
    {
        { typeof(LateFilingState), typeof(RestatementV1.LateFiling.Types.State) },
        { typeof(CrossCheckKind), typeof(RestatementV1.CrossCheck.Types.Kind) },
        { typeof(RestatementState), typeof(RestatementV1.RestatementCase.Types.State) },
        { typeof(Magnitude), typeof(RestatementV1.RestatementCase.Types.Magnitude) },
    };

    [Theory]
    [MemberData(nameof(ToTheWire))]
    [MemberData(nameof(FromTheWire))]
    public void Every_value_has_a_value_of_the_same_name(Type from, Type to)
    {
        var mapping = Mappings.Single(method => method.ReturnType == to && method.GetParameters()[0].ParameterType == from);
        foreach (var value in Enum.GetValues(from))
            Assert.Equal(Name(from, value), Name(to, mapping.Invoke(null, [value])!));
    }

    [Theory]
    [MemberData(nameof(FromTheWire))]
    public void A_value_of_a_newer_peer_is_not_said(Type from, Type to)
    {
        var mapping = Mappings.Single(method => method.ReturnType == to && method.GetParameters()[0].ParameterType == from);
        Assert.Equal(0, Convert.ToInt32(mapping.Invoke(null, [Enum.ToObject(from, 99)]), null));
        Assert.Equal(0, Convert.ToInt32(mapping.Invoke(null, [Enum.ToObject(from, -1)]), null));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void Restatement_has_the_numbers_of_its_wire(Type own, Type wire)
    {
        static IEnumerable<(int, string)> Values(Type type) =>
            Enum.GetValues(type).Cast<object>().Select(value => (Convert.ToInt32(value, null), Name(type, value))).Where(pair => pair.Item1 != 0).Order();
        Assert.Equal(Values(wire), Values(own));
    }

    [Theory]
    [InlineData(FilingDateBasis.Unknown, OwnershipBasis.Unspecified)]
    [InlineData(FilingDateBasis.Filed, OwnershipBasis.FiledOn)]
    [InlineData(FilingDateBasis.Accepted, OwnershipBasis.AcceptedAt)]
    [InlineData(FilingDateBasis.Signed, OwnershipBasis.Signature)]
    [InlineData(FilingDateBasis.Received, OwnershipBasis.Unspecified)]
    public void Ownership_names_the_basis_of_a_date_in_its_own_words(FilingDateBasis code, OwnershipBasis wire) => Assert.Equal(wire, code.ToOwnership());

    private static (Type, Type) Pair(MethodInfo mapping) => (mapping.GetParameters()[0].ParameterType, mapping.ReturnType);

    // Names of the wire's values come from another case convention; what nobody said is called differently where it is a date.
    private static string Name(Type type, object value) =>
        Convert.ToInt32(value, null) == 0 ? "" : Enum.GetName(type, value)?.ToUpperInvariant() ?? $"{value} has no name";
}
