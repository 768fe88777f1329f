using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Earshot.Experiments.Results;

namespace Earshot.Cli.Output.Reports;

/// <summary>What tells one result from another: configuration, version, date, machine.</summary>
internal static class Provenance
{
    private const int HashDigits = 16;

    /// <summary>The entries for a report that is written now.</summary>
    /// <param name="configuration">The configuration as text.</param>
    public static IEnumerable<(string Name, string Value)> Of(string configuration) => Of(configuration, Version, DateTimeOffset.UtcNow);

    /// <summary>The entries for a report on an experiment.</summary>
    public static IEnumerable<(string Name, string Value)> Of(ExperimentResult result) => Of(
        string.Concat(result.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => $"{setting.Key}: {setting.Value}\n")),
        result.Version,
        result.Finished);

    private static IEnumerable<(string Name, string Value)> Of(string configuration, string version, DateTimeOffset date) =>
    [
        ("Configuration (SHA-256)", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration)))[..HashDigits]),
        ("Earshot", version),
        ("Date", date.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
        ("Runtime", RuntimeInformation.FrameworkDescription),
        ("Machine", $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores".ToLowerInvariant()),
    ];

    private static string Version =>
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
