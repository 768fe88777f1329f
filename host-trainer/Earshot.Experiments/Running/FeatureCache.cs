using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Datasets;
using Earshot.Native;
using Earshot.Pipeline;
using Earshot.Training.Features;

namespace Earshot.Experiments.Running;

/// <summary>
/// Features that are computed once and kept in the experiment's folder. Their normalisation is measured on the training
/// clips, so there is one file for each front end and each set of folds that is left out; seeds and candidates share it.
/// </summary>
internal sealed class FeatureCache(ExperimentFolder folder, Dataset dataset, Dataset? auxiliary = null)
{
    private const string Magic = "EARSHOT-FEATURES-2";

    private readonly Dictionary<string, object> _locks = [];

    /// <summary>The features with some folds left out of training.</summary>
    /// <param name="frontEnd">The front end.</param>
    /// <param name="windowFrames">Frames in a window: shorter clips are followed by silence.</param>
    /// <param name="leftOut">The folds that are not trained on; their clips are <see cref="SplitFeatures.HeldOut"/>.</param>
    /// <param name="progress">Told the share of clips that are done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work after the current clip.</param>
    internal SplitFeatures Get(
        FrontEndConfiguration frontEnd, int windowFrames, IReadOnlyList<int> leftOut, Action<double>? progress, CancellationToken cancellationToken)
    {
        var key = Key(frontEnd, windowFrames, leftOut);
        lock (LockOf(key))
        {
            var path = Path.Combine(folder.Features, $"without-{string.Join('-', leftOut)}-{key[..12]}.bin");
            if (File.Exists(path))
            {
                return Load(path, key, leftOut);
            }

            var features = SplitFeatures.Compute(
                frontEnd,
                dataset.Labels,
                dataset.Without(leftOut),
                [.. dataset.Clips.Where(clip => leftOut.Contains(clip.Fold))],
                windowFrames,
                auxiliary is null ? null : AuxiliarySounds.Of(auxiliary, dataset, leftOut),
                progress,
                cancellationToken);
            Save(path, key, features);
            return features;
        }
    }

    private object LockOf(string key)
    {
        lock (_locks)
        {
            return _locks.TryGetValue(key, out var present) ? present : _locks[key] = new object();
        }
    }

    /// <summary>A hash of all that features depend on; of a file its size and date, so that an edited one is noticed.</summary>
    private string Key(FrontEndConfiguration frontEnd, int windowFrames, IReadOnlyList<int> leftOut)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(new { frontEnd, windowFrames, leftOut, dataset.Labels, Auxiliary = auxiliary?.Labels }));
        foreach (var clip in dataset.Clips.Concat(auxiliary?.Clips ?? []))
        {
            var file = new FileInfo(clip.Path);
            text.Append($"\n{clip.Path}|{clip.Label}|{clip.Fold}|{clip.SourceGroup}|{(file.Exists ? file.Length : 0)}|{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Save(string path, string key, SplitFeatures features) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(key);
        writer.Write(JsonSerializer.Serialize(features.FrontEnd));
        foreach (var set in new[] { features.Training, features.HeldOut, features.Auxiliary }.OfType<FeatureSet>())
        {
            writer.Write(set.Clips.Count);
            foreach (var clip in set.Clips)
            {
                writer.Write(clip.Name);
                writer.Write(clip.Label);
                writer.Write(clip.Fold);
                writer.Write(clip.Frames);
                writer.Write(MemoryMarshal.AsBytes(clip.Levels.AsSpan()));
                writer.Write(clip.Values.Length);
                writer.Write(MemoryMarshal.AsBytes(clip.Values.AsSpan()));
            }
        }

        writer.Write(Magic);
    });

    private SplitFeatures Load(string path, string key, IReadOnlyList<int> leftOut)
    {
        try
        {
            using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16), Encoding.UTF8);
            Require(reader.ReadString() == Magic && reader.ReadString() == key);
            var frontEnd = JsonSerializer.Deserialize<FrontEndConfiguration>(reader.ReadString())!;
            var training = FeatureExtraction.Assemble(frontEnd, dataset.Labels, ReadClips(reader));
            var heldOut = FeatureExtraction.Assemble(frontEnd, dataset.Labels, ReadClips(reader));
            var others = auxiliary is null
                ? null
                : FeatureExtraction.Assemble(frontEnd, AuxiliarySounds.Of(auxiliary, dataset, leftOut).Labels, ReadClips(reader));
            Require(reader.ReadString() == Magic);
            return new SplitFeatures(frontEnd, training, heldOut) { Auxiliary = others };
        }
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or JsonException)
        {
            throw new InputException(path, $"it is damaged ({exception.Message}).", "Delete it, and the features are computed again.", exception);
        }
    }

    private static FeatureClip[] ReadClips(BinaryReader reader)
    {
        var clips = new FeatureClip[Count(reader)];
        for (var i = 0; i < clips.Length; i++)
        {
            var (name, label, fold) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            var levels = new int[Count(reader)];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(levels.AsSpan()));
            var values = new sbyte[Count(reader)];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            clips[i] = new FeatureClip(name, label, fold, values, levels);
        }

        return clips;
    }

    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        Require(count >= 0 && count <= reader.BaseStream.Length);
        return count;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException("its content is not what it should be");
        }
    }
}
