using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Filingwire.Unit.Architecture;

/// <summary>
/// Tells every type that a signature names, type arguments and elements of arrays included. What it returns means nothing.
/// </summary>
internal sealed class TypesOfSignature(Action<EntityHandle> found) : ISignatureTypeProvider<bool, bool>
{
    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Found(handle);

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Found(handle);

    public bool GetTypeFromSpecification(MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

    public bool GetArrayType(bool elementType, ArrayShape shape) => true;

    public bool GetByReferenceType(bool elementType) => true;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

    public bool GetGenericMethodParameter(bool genericContext, int index) => true;

    public bool GetGenericTypeParameter(bool genericContext, int index) => true;

    public bool GetPinnedType(bool elementType) => true;

    public bool GetPointerType(bool elementType) => true;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

    public bool GetSZArrayType(bool elementType) => true;

    private bool Found(EntityHandle handle)
    {
        found(handle);
        return true;
    }
}
