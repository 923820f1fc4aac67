using System.Reflection;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Filingwire.Unit.Contracts.Wire;

/// <summary>
/// A set of proto files as one line for each thing that a caller may depend on: names, numbers, types, presence, methods. Two
/// contracts are compatible when the newer one has every line of the older one.
/// </summary>
internal static class WireContract
{
    /// <summary>The files that the stubs were generated from, each after those that it imports.</summary>
    public static IReadOnlyList<FileDescriptor> Current()
    {
        var own = typeof(Filingwire.Contracts.Events.IEvent).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        var files = new List<FileDescriptor>();
        foreach (var file in own)
            AddAfterImports(file, files);
        return files;
    }

    /// <summary>A file descriptor set, as protoc and buf read and write it.</summary>
    public static byte[] ToDescriptorSet(IEnumerable<FileDescriptor> files)
    {
        var set = new FileDescriptorSet();
        set.File.Add(files.Select(file => file.ToProto()));
        foreach (var message in set.File.SelectMany(file => file.MessageType))
            NameInJson(message);
        return set.ToByteArray();
    }

    /// <summary>The files of a file descriptor set.</summary>
    public static IReadOnlyList<FileDescriptor> FromDescriptorSet(byte[] set) =>
        FileDescriptor.BuildFromByteStrings(FileDescriptorSet.Parser.ParseFrom(set).File.Select(file => file.ToByteString()));

    /// <summary>The project's own files, line by line.</summary>
    public static IEnumerable<string> Lines(IEnumerable<FileDescriptor> files) =>
        from file in files
        where file.Package.StartsWith("filingwire.", StringComparison.Ordinal)
        from line in file.MessageTypes.SelectMany(Lines)
            .Concat(file.EnumTypes.SelectMany(Lines))
            .Concat(file.Services.SelectMany(Lines))
        select line;

    private static IEnumerable<string> Lines(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Select(Line)
            .Prepend($"message {message.FullName}")
            .Concat(message.NestedTypes.SelectMany(Lines))
            .Concat(message.EnumTypes.SelectMany(Lines));

    private static IEnumerable<string> Lines(EnumDescriptor type) =>
        type.Values.Select(value => $"value {type.FullName}.{value.Name} = {value.Number}").Prepend($"enum {type.FullName}");

    private static IEnumerable<string> Lines(ServiceDescriptor service) =>
        from method in service.Methods
        let takes = (method.IsClientStreaming ? "stream " : "") + method.InputType.FullName
        let gives = (method.IsServerStreaming ? "stream " : "") + method.OutputType.FullName
        select $"rpc {service.FullName}/{method.Name}({takes}) returns ({gives})";

    private static string Line(FieldDescriptor field)
    {
        var type = field.FieldType switch
        {
            FieldType.Message => field.MessageType.FullName,
            FieldType.Enum => field.EnumType.FullName,
            var scalar => scalar.ToString(),
        };
        var label = field.IsRepeated ? "repeated " : field.HasPresence ? "optional " : "";
        var oneof = field.RealContainingOneof is { } choice ? $" in {choice.Name}" : "";
        return $"field {field.FullName} = {field.FieldNumber}: {label}{type}{oneof} as {field.JsonName}";
    }

    /// <summary>Says the names in JSON, which protoc leaves out of the descriptors inside generated code and buf compares.</summary>
    private static void NameInJson(DescriptorProto message)
    {
        foreach (var field in message.Field)
            field.JsonName = Regex.Replace(field.Name, "_+(.?)", match => match.Groups[1].Value.ToUpperInvariant());
        foreach (var nested in message.NestedType)
            NameInJson(nested);
    }

    private static void AddAfterImports(FileDescriptor file, List<FileDescriptor> files)
    {
        if (files.Any(known => known.Name == file.Name))
            return;
        foreach (var import in file.Dependencies)
            AddAfterImports(import, files);
        files.Add(file);
    }
}
