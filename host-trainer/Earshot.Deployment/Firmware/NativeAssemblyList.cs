using System.Globalization;

namespace Earshot.Deployment.Firmware;

/// <summary>Reads <c>native_assemblies.csv</c>, which nanoCLR's build writes beside the firmware: name, version, checksum.</summary>
public static class NativeAssemblyList
{
    /// <summary>The file's name.</summary>
    public const string FileName = "native_assemblies.csv";

    private const string Remedy = "Give the build folder of the firmware as nanoCLR's build left it.";

    /// <summary>Reads the list.</summary>
    /// <exception cref="InputException">A line is not of that form.</exception>
    public static IReadOnlyList<NativeAssembly> Read(string path)
    {
        var assemblies = new List<NativeAssembly>();
        foreach (var (line, index) in File.ReadAllLines(path).Select((line, index) => (line.Trim(), index)))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != 3 || Checksum(fields[2]) is not { } checksum)
            {
                throw new InputException(path, FormattableString.Invariant($"line {index + 1}: '{line}' is not name,version,checksum."), Remedy);
            }

            assemblies.Add(new NativeAssembly(fields[0], fields[1], checksum));
        }

        return assemblies.Count > 0 ? assemblies : throw new InputException(path, "it is empty.", Remedy);
    }

    private static uint? Checksum(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
