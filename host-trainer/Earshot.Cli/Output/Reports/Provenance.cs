using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Earshot.Cli.Output.Reports;

/// <summary>What tells one result from another: configuration, version, date, machine.</summary>
internal static class Provenance
{
    private const int HashDigits = 16;

    /// <summary>The entries for a report.</summary>
    /// <param name="configuration">The configuration's file.</param>
    public static IEnumerable<(string Name, string Value)> Of(byte[] configuration) =>
    [
        ("Configuration (SHA-256)", Convert.ToHexStringLower(SHA256.HashData(configuration))[..HashDigits]),
        ("Earshot", Version),
        ("Date", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
        ("Runtime", RuntimeInformation.FrameworkDescription),
        ("Machine", $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores".ToLowerInvariant()),
    ];

    private static string Version =>
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
