using System.Reflection;
using Earshot.Emulator.Runtime;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Loading;

/// <summary>
/// nanoFramework's class library as the emulator provides it: a type of .NET where that means the same, else a type of
/// <see cref="Runtime"/>.
/// </summary>
internal static class ClassLibrary
{
    /// <summary>The public key token of nanoFramework's official assemblies.</summary>
    public const string PublicKeyToken = "c07d481e9758c731";

    // Packages of which the emulator provides every type that it knows; their own files are never loaded.
    private static readonly HashSet<string> Packages =
    [
        "mscorlib",
    ];

    // .NET has these, but they would show device code the process that it runs in.
    private static readonly HashSet<string> Foreign =
    [
        "System.Threading.Thread",
        "System.Threading.Timer",
        "System.Threading.Monitor",
        "System.Threading.SpinWait",
    ];

    private static readonly Dictionary<string, Type> Replacements =
        typeof(ClassLibrary).Assembly.GetTypes()
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<ReplacesAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .ToDictionary(pair => pair.Attribute!.FullName, pair => pair.Type);

    /// <summary>The assembly that device code is woven against.</summary>
    public static Assembly Runtime => typeof(ThreadMeter).Assembly;

    /// <summary>Whether the emulator stands in for a package.</summary>
    public static bool Provides(string assembly) => Packages.Contains(assembly);

    /// <summary>Finds what takes the place of a type; null when the emulator has nothing.</summary>
    /// <param name="assembly">The package that declares it.</param>
    /// <param name="fullName">Its name, nested types after a slash.</param>
    public static Type? Find(string assembly, string fullName)
    {
        if (Replacements.TryGetValue(fullName, out var replacement))
        {
            return replacement;
        }

        if (Foreign.Contains(fullName) || assembly != "mscorlib")
        {
            return null;
        }

        var name = fullName.Replace('/', '+');
        return typeof(object).Assembly.GetType(name) is { IsVisible: true } type ? type : Type.GetType($"{name}, mscorlib");
    }
}
