namespace Filingwire.Unit.Architecture;

/// <summary>
/// One type's use of another. Nested types, and what the compiler makes of lambdas and iterators, count as their outermost type.
/// </summary>
/// <param name="From">The type that uses.</param>
/// <param name="To">The type that is used.</param>
/// <param name="Member">The method or field that is used, when the use is of one.</param>
/// <param name="InOwnAssembly">Whether both are of one assembly.</param>
internal readonly record struct Reference(TypeName From, TypeName To, string? Member, bool InOwnAssembly)
{
    public override string ToString() => Member is null ? $"{From} -> {To}" : $"{From} -> {To}.{Member}";
}

/// <summary>A type's namespace and its name in it.</summary>
internal readonly record struct TypeName(string Space, string Name)
{
    /// <summary>Whether it stands in a namespace or in one below.</summary>
    public bool Inside(string space) => Space == space || Space.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => Space.Length == 0 ? Name : $"{Space}.{Name}";
}
