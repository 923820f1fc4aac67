using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Filingwire.Unit.Architecture;

/// <summary>
/// Every use that the types of a built assembly make of types, in signatures, attributes and method bodies. Constants and nameof leave no
/// trace in an assembly, so a use of nothing else is not seen.
/// </summary>
internal sealed class AssemblyReferences
{
    private static readonly ConcurrentDictionary<string, IReadOnlySet<Reference>> Read = new();
    private readonly HashSet<Reference> found = [];
    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly TypesOfSignature types;
    private TypeName user;

    private AssemblyReferences(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        types = new TypesOfSignature(handle => Use(handle, null));
    }

    /// <summary>The uses in an assembly that stands beside the tests: "Filingwire.Parsing".</summary>
    public static IReadOnlySet<Reference> Of(string assembly) => Read.GetOrAdd(assembly, static name =>
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var references = new AssemblyReferences(file);
        foreach (var handle in references.metadata.TypeDefinitions)
            references.ReadType(handle);
        return references.found;
    });

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        user = NameOf(handle);
        Use(type.BaseType, null);
        foreach (var implemented in type.GetInterfaceImplementations())
            Use(metadata.GetInterfaceImplementation(implemented).Interface, null);
        ReadAttributes(type.GetCustomAttributes());
        ReadConstraints(type.GetGenericParameters());
        foreach (var property in type.GetProperties())
            ReadAttributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(types, false);
            ReadAttributes(field.GetCustomAttributes());
        }
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            ReadMethod(method);
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(types, false);
        ReadAttributes(method.GetCustomAttributes());
        ReadConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, false);
        foreach (var region in body.ExceptionRegions)
            Use(region.CatchType, null);
        foreach (var token in MethodBodyTokens.Of(body.GetILBytes()!))
            UseMember(token);
    }

    private void ReadAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            UseMember(metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void ReadConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
            Use(metadata.GetGenericParameterConstraint(constraint).Type, null);
    }

    private void UseMember(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)token);
                Use(method.GetDeclaringType(), metadata.GetString(method.Name));
                break;
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)token);
                Use(field.GetDeclaringType(), metadata.GetString(field.Name));
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                Use(member.Parent, metadata.GetString(member.Name));
                break;
            case HandleKind.MethodSpecification:
                var made = metadata.GetMethodSpecification((MethodSpecificationHandle)token);
                UseMember(made.Method);
                made.DecodeSignature(types, false);
                break;
            default:
                Use(token, null);
                break;
        }
    }

    private void Use(EntityHandle handle, string? member)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                Add(NameOf((TypeDefinitionHandle)handle), member, true);
                break;
            case HandleKind.TypeReference when !handle.IsNil:
                Add(NameOf((TypeReferenceHandle)handle), member, false);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(
                    new TypesOfSignature(part => Use(part, member)), false);
                break;
        }
    }

    private void Add(TypeName used, string? member, bool inOwnAssembly)
    {
        if (used != user)
            found.Add(new Reference(user, used, member, inOwnAssembly));
    }

    private TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? NameOf(outer) : new(
            metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private TypeName NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : new(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
