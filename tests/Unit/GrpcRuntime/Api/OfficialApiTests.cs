using System.Reflection;
using Grpc.Core;

namespace Filingwire.Unit.GrpcRuntime.Api;

/// <summary>Code that compiles on the project's own gRPC runtime compiles on the official packages.</summary>
public sealed class OfficialApiTests
{
    private static readonly Assembly Runtime = typeof(CallInvoker).Assembly;
    private static readonly OfficialListing Official = OfficialListing.Read();

    public static TheoryData<string> Types =>
        [.. Runtime.GetTypes().Where(PublicApi.IsVisible).Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_and_member_is_in_the_official_packages(string name)
    {
        var type = Runtime.GetType(name, throwOnError: true)!;
        var header = PublicApi.Header(type);
        Assert.True(Official.Has(header), $"Not in the official packages: {header}");
        Assert.All(
            PublicApi.Members(type),
            member => Assert.True(Official.Has(header, member), $"Not a member of the official {header}: {member}"));
    }

    [Fact]
    public void Public_names_are_the_official_ones_alone() =>
        Assert.All(Runtime.GetTypes().Where(PublicApi.IsVisible), type => Assert.Matches("^(Grpc|Microsoft)[.]", type.Namespace));
}
