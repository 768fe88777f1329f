using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Onnx;
using Earshot.Training.Distillation;
using Earshot.Training.Features;

namespace Earshot.Training.Running;

/// <summary>Tells whether two runs would do the same: a hash of the options, of the data, of the teachers and of the start.</summary>
internal static class RunFingerprint
{
    internal static string Of(TrainingOptions options, FeatureSet set, IReadOnlyList<Teacher> teachers, TrainingPhase phase)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // How many threads share the work changes the rounding, but not what is trained: a run may go on elsewhere.
        Append(hash, JsonSerializer.Serialize(options with { Threads = 0 }));
        Append(hash, JsonSerializer.Serialize(new { set.Labels, set.Bands, set.Scale, set.ZeroPoint, set.UnitsPerDoubling, set.BandHertz }));
        foreach (var clip in set.Clips.Concat(set.Noise))
        {
            Append(hash, $"{clip.Name}\n{clip.Label}\n{clip.Fold}\n");
            hash.AppendData(MemoryMarshal.AsBytes(clip.Values.AsSpan()));
        }

        foreach (var teacher in teachers)
        {
            Append(hash, $"teacher {teacher.Hash}\n");
        }

        if (phase.Start is { } start)
        {
            hash.AppendData(MemoryMarshal.AsBytes(start.Vector.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(start.Statistics.AsSpan()));
        }

        foreach (var (tensor, grid) in (phase.Grids ?? new Dictionary<string, QuantizationParameters>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, FormattableString.Invariant($"{tensor} {grid.Scale:R} {grid.ZeroPoint}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
}
