using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Filingwire.Unit.GrpcRuntime.Api;

/// <summary>Writes public types and members as the listing of the official packages writes them.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static bool IsVisible(Type type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType!));

    public static string Header(Type type)
    {
        var kind = type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : type.IsValueType ? "struct"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var hasParent = kind.EndsWith("class", StringComparison.Ordinal) && type.BaseType is { } found && found != typeof(object);
        var parent = hasParent ? $" : {Name(type.BaseType!)}" : "";
        return $"{kind} {Name(type)}{parent}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (field.Name, Value: Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)))
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.Value}"));
        }

        // A delegate is its Invoke; the rest is made by the compiler.
        if (type.IsSubclassOf(typeof(Delegate))) return [Method(type.GetMethod("Invoke")!)];
        return type.GetConstructors(Declared).Where(IsSeen).Where(constructor => !constructor.IsStatic).Select(Constructor)
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen)).Select(Property))
            .Concat(type.GetMethods(Declared).Where(IsSeen).Where(method => !method.IsSpecialName && !IsOverride(method)).Select(Method));
    }

    // An override adds nothing that a caller could see.
    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    // An explicit implementation is private; what it implements is listed on its interface.
    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Constructor(ConstructorInfo constructor) =>
        $"{(constructor.IsPublic ? "" : "protected ")}.ctor({Parameters(constructor)})";

    private static string Field(FieldInfo field) => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "";
        var get = property.GetMethod is { } getter && IsSeen(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsSeen(setter) ? "set; " : "";
        return $"{isStatic}{Name(property.PropertyType)} {property.Name} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        var access = method.IsPublic ? "" : "protected ";
        var kind = method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : method is { IsVirtual: true, IsFinal: false } ? "virtual "
            : "";
        var arguments = method.IsGenericMethodDefinition ? $"<{string.Join(',', method.GetGenericArguments().Select(Name))}>" : "";
        return $"{access}{kind}{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}"));

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => "null",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString()!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef) return $"ref {Name(type.GetElementType()!)}";
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (type.IsGenericParameter) return type.Name;
        var prefix = type.IsNested ? Name(type.DeclaringType!) + "." : type.Namespace + ".";
        var arguments = type.GetGenericArguments();
        var mark = type.Name.IndexOf('`', StringComparison.Ordinal);
        return mark < 0 ? prefix + type.Name : $"{prefix}{type.Name[..mark]}<{string.Join(',', arguments.Select(Name))}>";
    }
}
