using System.Reflection;

namespace Filingwire.Unit.Architecture;

/// <summary>Who may know whom. A rule that is broken names the type that broke it.</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Contracts = typeof(Filingwire.Contracts.Events.IEvent).Assembly;
    private static readonly Assembly Extraction = Assembly.Load("Filingwire.Extraction");
    private static readonly Assembly Hosting = Assembly.Load("Filingwire.Hosting");
    private static readonly Assembly Restatement = Assembly.Load("Filingwire.Restatement");
    private static readonly Assembly Ownership = Assembly.Load("Filingwire.Ownership");

    private static readonly string[] Outside = ["Grpc", "Google.Protobuf", "MassTransit", "MongoDB", "Microsoft.Data.Sqlite", "Microsoft.Extensions.Logging", "Microsoft.AspNetCore"];

    public static TheoryData<string, string> PureFolders => new()
    {
        { "Filingwire.Parsing", "Filingwire.Parsing" },
        { "Filingwire.Sec", "Filingwire.Sec" },
        { "Filingwire.Restatement", "Filingwire.Restatement.LateFilings" },
        { "Filingwire.Restatement", "Filingwire.Restatement.Restatements" },
        { "Filingwire.Restatement", "Filingwire.Restatement.Facts" },
        { "Filingwire.Restatement", "Filingwire.Restatement.Deadlines" },
        { "Filingwire.Restatement", "Filingwire.Restatement.Issuers" },
        { "Filingwire.Ownership", "Filingwire.Ownership.Ledger" },
        { "Filingwire.Contracts", "Filingwire.Contracts.Events" },
    };

    [Theory]
    [MemberData(nameof(PureFolders))]
    public void A_pure_folder_knows_neither_wire_nor_store_nor_log(string assembly, string folder)
    {
        var types = Types(Assembly.Load(assembly)).Where(type => Inside(type, folder)).ToList();
        Assert.NotEmpty(types);
        var broken = from type in types
                     from used in Mentioned(type)
                     where Outside.Any(outside => Inside(used, outside)) || used == typeof(TimeProvider)
                     select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Services_meet_in_Contracts_or_on_the_wire_only()
    {
        string[] services = ["Filingwire.Extraction", "Filingwire.Restatement", "Filingwire.Ownership"];
        foreach (var service in new[] { Extraction, Restatement, Ownership })
        {
            var others = service.GetReferencedAssemblies().Select(reference => reference.Name).Where(name => services.Contains(name));
            Assert.Empty(others);
        }
    }

    [Fact]
    public void Contracts_refers_to_no_other_project_but_Sec_and_the_grpc_runtime()
    {
        var own = Contracts.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Filingwire.", StringComparison.Ordinal));
        Assert.DoesNotContain(own, name => name is not ("Filingwire.GrpcRuntime" or "Filingwire.Sec"));
    }

    [Fact]
    public void Hosting_knows_no_word_of_the_SEC()
    {
        string[] words = ["Cik", "Accession", "FormType", "Issuer", "Restate", "Ownership"];
        var broken = Types(Hosting).Where(type => words.Any(word => type.Name.Contains(word, StringComparison.Ordinal)));
        Assert.Empty(broken.Select(type => type.FullName));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        string[] endings = ["Helper", "Helpers", "Manager", "Utils", "Util", "Utilities", "Impl", "Processor"];
        var broken = new[] { Contracts, Hosting, Extraction, Restatement, Ownership }
            .SelectMany(Types)
            .Where(type => type.Namespace?.Contains(".V1", StringComparison.Ordinal) != true && endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)));
        Assert.Empty(broken.Select(type => type.FullName));
    }

    private static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.FullName?.StartsWith("Filingwire.", StringComparison.Ordinal) == true);

    private static bool Inside(Type type, string space) =>
        type.Namespace is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var direct = type.GetFields(all).Select(field => field.FieldType)
            .Concat(type.GetProperties(all).Select(property => property.PropertyType))
            .Concat(type.GetMethods(all).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(all).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetInterfaces());
        return direct.SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
