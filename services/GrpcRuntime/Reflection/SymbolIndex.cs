using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>The proto files of some services and all they import, by file name, symbol and extension.</summary>
internal sealed class SymbolIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);

    public SymbolIndex(IEnumerable<FileDescriptor> files)
    {
        foreach (var file in files) Add(file);
    }

    public FileDescriptor? FileNamed(string name) => _files.GetValueOrDefault(name);

    public FileDescriptor? FileOf(string symbol) => _symbols.GetValueOrDefault(symbol);

    public FileDescriptor? FileOfExtension(string message, int number) => _extensions.GetValueOrDefault(message)?.GetValueOrDefault(number);

    /// <summary>The numbers of a message's known extensions; null for a message that is not known.</summary>
    public IEnumerable<int>? ExtensionsOf(string message) =>
        _extensions.TryGetValue(message, out var numbers) ? numbers.Keys
        : _symbols.TryGetValue(message, out var file) && file.FindTypeByName<MessageDescriptor>(NameWithin(file, message)) is not null ? []
        : null;

    /// <summary>A file and all it imports, each once.</summary>
    public static IReadOnlyCollection<FileDescriptor> WithImports(FileDescriptor file)
    {
        var found = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        Collect(file);
        return found.Values;

        void Collect(FileDescriptor next)
        {
            if (!found.TryAdd(next.Name, next)) return;
            foreach (var import in next.Dependencies) Collect(import);
        }
    }

    private static string NameWithin(FileDescriptor file, string fullName) =>
        file.Package.Length == 0 ? fullName : fullName[(file.Package.Length + 1)..];

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file)) return;
        foreach (var import in file.Dependencies) Add(import);
        foreach (var service in file.Services)
        {
            AddSymbol(service);
            foreach (var method in service.Methods) AddSymbol(method);
        }

        foreach (var message in file.MessageTypes) AddMessage(message);
        foreach (var type in file.EnumTypes) AddEnum(type);
        AddExtensions(file.Extensions);
    }

    private void AddMessage(MessageDescriptor message)
    {
        AddSymbol(message);
        foreach (var field in message.Fields.InDeclarationOrder()) AddSymbol(field);
        foreach (var oneof in message.Oneofs) AddSymbol(oneof);
        foreach (var nested in message.NestedTypes) AddMessage(nested);
        foreach (var type in message.EnumTypes) AddEnum(type);
        AddExtensions(message.Extensions);
    }

    private void AddEnum(EnumDescriptor type)
    {
        AddSymbol(type);
        // In proto a value's name stands beside its enum, not inside it.
        var scope = type.FullName[..^type.Name.Length];
        foreach (var value in type.Values) _symbols[scope + value.Name] = type.File;
    }

    private void AddExtensions(ExtensionCollection extensions)
    {
        foreach (var extension in extensions.UnorderedExtensions)
        {
            AddSymbol(extension);
            var message = extension.ExtendeeType.FullName;
            if (!_extensions.TryGetValue(message, out var numbers)) _extensions[message] = numbers = [];
            numbers[extension.FieldNumber] = extension.File;
        }
    }

    private void AddSymbol(IDescriptor descriptor) => _symbols[descriptor.FullName] = descriptor.File;
}
