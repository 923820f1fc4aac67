using Google.Protobuf.Reflection;

namespace Filingwire.Hosting.Security;

/// <summary>
/// The role that each gRPC method needs, by its full name. There is no default: a service of which a method has no role does not start, so that a
/// new method is never open by oversight.
/// </summary>
public sealed class MethodRoles
{
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal);

    /// <summary>States the roles of all methods of a service.</summary>
    /// <param name="service">The service's descriptor.</param>
    /// <param name="methods">Each role with the methods that need it.</param>
    /// <exception cref="ArgumentException">A method has no role or two, or the service has no such method.</exception>
    public void State(ServiceDescriptor service, params IReadOnlyList<(Role Role, string[] Methods)> methods)
    {
        foreach (var (role, name) in methods.SelectMany(stated => stated.Methods.Select(name => (stated.Role, name))))
        {
            if (service.FindMethodByName(name) is null)
                throw new ArgumentException($"{service.FullName} has no method {name}.", nameof(methods));
            if (!roles.TryAdd(Path(service, name), role))
                throw new ArgumentException($"{service.FullName}/{name} has two roles.", nameof(methods));
        }
        if (service.Methods.FirstOrDefault(method => !roles.ContainsKey(Path(service, method.Name))) is { } forgotten)
            throw new ArgumentException($"{service.FullName}/{forgotten.Name} has no role.", nameof(methods));
    }

    /// <summary>The role that a call needs; null for a method that is not one of those stated.</summary>
    /// <param name="path">As in the request: "/package.Service/Method".</param>
    public Role? Needed(string path) => roles.TryGetValue(path, out var role) ? role : null;

    private static string Path(ServiceDescriptor service, string method) => $"/{service.FullName}/{method}";
}
