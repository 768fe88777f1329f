using System.Text.Json;

namespace Earshot.Sweeps.Fronts;

/// <summary>The names of metrics in YAML and in reports.</summary>
public static class MetricName
{
    /// <summary>The name of a metric, such as <c>macs-per-second</c>.</summary>
    public static string Of<T>(T metric)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(metric.ToString());
}
