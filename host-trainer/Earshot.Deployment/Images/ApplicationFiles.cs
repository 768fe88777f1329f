namespace Earshot.Deployment.Images;

/// <summary>Finds the app's assemblies in what a build wrote: a folder or a .pe file, or the finished .bin file.</summary>
public static class ApplicationFiles
{
    private const string Extension = ".pe";

    /// <summary>Reads an app.</summary>
    /// <param name="path">A .bin file, a .pe file whose references lie beside it, or a folder with the .pe files of one app.</param>
    /// <exception cref="InputException">There is none, it is damaged, or a folder holds more than one app.</exception>
    public static ApplicationImage Read(string path)
    {
        if (Directory.Exists(path))
        {
            var all = Beside(path);
            return Ordered(path, App(path, all), all);
        }

        if (!File.Exists(path))
        {
            throw new InputException(path, "there is no such app.", "Give the folder of .pe files that the build wrote, or its .bin file.");
        }

        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return Parse(File.ReadAllBytes(path), path);
        }

        var app = DeviceAssemblyReader.Read(File.ReadAllBytes(path), path);
        return Ordered(path, app, Beside(Path.GetDirectoryName(Path.GetFullPath(path))!));
    }

    /// <summary>Reads the assemblies of a finished image.</summary>
    /// <exception cref="InputException">It is none, or damaged.</exception>
    public static ApplicationImage Parse(ReadOnlyMemory<byte> bytes, string origin)
    {
        var assemblies = new List<DeviceAssembly>();
        for (var at = 0; at < bytes.Length;)
        {
            if (at > 0 && !DeviceAssemblyReader.IsAssembly(bytes.Span[at..]) && bytes.Span[at..].IndexOfAnyExcept((byte)0, (byte)0xFF) < 0)
            {
                break;
            }

            var assembly = DeviceAssemblyReader.Read(bytes[at..], FormattableString.Invariant($"{origin}, at byte {at}"));
            assemblies.Add(assembly);
            at += ApplicationImage.Padded(assembly.Bytes.Length);
        }

        return assemblies.Count > 0
            ? new ApplicationImage(origin, assemblies)
            : throw new InputException(origin, "it is empty.", "Give the .bin file that the build wrote.");
    }

    private static List<DeviceAssembly> Beside(string folder) => [.. Directory.GetFiles(folder, "*" + Extension)
        .Order(StringComparer.Ordinal)
        .Select(file => DeviceAssemblyReader.Read(File.ReadAllBytes(file), file))];

    private static DeviceAssembly App(string folder, List<DeviceAssembly> all)
    {
        if (all.Count == 0)
        {
            throw new InputException(folder, "it has no .pe file.", "Give the folder that the build of the app wrote, such as bin/Release.");
        }

        var apps = all.Where(candidate => !all.Any(other => other.References.Any(reference => reference.Name == candidate.Name))).ToList();
        return apps.Count == 1
            ? apps[0]
            : throw new InputException(
                folder,
                $"it holds more than one app: {string.Join(", ", apps.Select(app => app.Name))}.",
                "Give the .pe file of the one to deploy.");
    }

    /// <summary>What is referenced comes before what references it; what nothing references is left out.</summary>
    private static ApplicationImage Ordered(string origin, DeviceAssembly app, List<DeviceAssembly> all)
    {
        var ordered = new List<DeviceAssembly>();
        var seen = new HashSet<string>();
        Visit(app);
        return new ApplicationImage(origin, ordered);

        void Visit(DeviceAssembly assembly)
        {
            if (!seen.Add(assembly.Name))
            {
                return;
            }

            foreach (var needed in assembly.References.Select(reference => all.Find(reference.IsMetBy)).OfType<DeviceAssembly>())
            {
                Visit(needed);
            }

            ordered.Add(assembly);
        }
    }
}
