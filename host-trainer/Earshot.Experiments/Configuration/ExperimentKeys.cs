using System.Reflection;
using Earshot.Native;
using Earshot.Quantization;
using Earshot.Training.Running;
using Earshot.Yaml;

namespace Earshot.Experiments.Configuration;

/// <summary>Which options are keys of an experiment's file.</summary>
internal static class ExperimentKeys
{
    /// <summary>Properties that the protocol sets for each run, so that no file may.</summary>
    private static readonly HashSet<(Type, string)> SetByTheProtocol =
    [
        (typeof(TrainingOptions), nameof(TrainingOptions.Seed)),
        (typeof(TrainingOptions), nameof(TrainingOptions.Threads)),
        (typeof(TrainingOptions), nameof(TrainingOptions.ValidationFold)),
        (typeof(FrontEndConfiguration), nameof(FrontEndConfiguration.Statistics)),
        (typeof(QuantizationOptions), nameof(QuantizationOptions.BandsFirst)),
        (typeof(ExperimentConfiguration), nameof(ExperimentConfiguration.Candidates)),
    ];

    /// <summary>The options of a record that can be set in a file, in the order of their declaration.</summary>
    internal static IReadOnlyList<PropertyInfo> Of(Type type) => ConfigurationKeys.Of(type, IsKey);

    /// <summary>Whether a file may set an option.</summary>
    internal static bool IsKey(PropertyInfo property) => !SetByTheProtocol.Contains((property.DeclaringType!, property.Name));
}
