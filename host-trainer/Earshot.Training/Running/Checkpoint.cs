using System.Text;

namespace Earshot.Training.Running;

/// <summary>The state of a run after an epoch, from which it goes on as if it had never stopped.</summary>
internal sealed record Checkpoint
{
    internal const string FileName = "checkpoint.bin";
    private const string Magic = "EARSHOT-CHECKPOINT-1";

    internal required string Fingerprint { get; init; }

    internal required int Steps { get; init; }

    internal required IReadOnlyList<ulong> RandomState { get; init; }

    internal required IReadOnlyList<(string Name, float[] Values)> State { get; init; }

    internal required IReadOnlyList<EpochRecord> History { get; init; }

    internal required int ChosenEpoch { get; init; }

    /// <summary>The chosen epoch's weights and statistics.</summary>
    internal required float[] ChosenWeights { get; init; }

    internal required float[] ChosenStatistics { get; init; }

    internal void Save(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Fingerprint);
        writer.Write(Steps);
        foreach (var word in RandomState)
        {
            writer.Write(word);
        }

        writer.Write(State.Count);
        foreach (var (name, values) in State)
        {
            writer.Write(name);
            Write(writer, values);
        }

        writer.Write(History.Count);
        foreach (var epoch in History)
        {
            writer.Write(epoch.Epoch);
            writer.Write(epoch.Loss);
            writer.Write(epoch.LearningRate);
            writer.Write(epoch.ValidationLoss ?? double.NaN);
            writer.Write(epoch.ValidationAccuracy ?? double.NaN);
        }

        writer.Write(ChosenEpoch);
        Write(writer, ChosenWeights);
        Write(writer, ChosenStatistics);
        writer.Write(Magic);
    });

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    internal static Checkpoint Load(string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            Require(reader.ReadString() == Magic);
            var checkpoint = new Checkpoint
            {
                Fingerprint = reader.ReadString(),
                Steps = reader.ReadInt32(),
                RandomState = [reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64()],
                State = ReadMany(reader, () => (reader.ReadString(), ReadFloats(reader))),
                History = ReadMany(reader, () => ReadEpoch(reader)),
                ChosenEpoch = reader.ReadInt32(),
                ChosenWeights = ReadFloats(reader),
                ChosenStatistics = ReadFloats(reader),
            };
            Require(reader.ReadString() == Magic);
            return checkpoint;
        }
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            throw new InputException(
                path,
                "it is not a checkpoint, or it is damaged.",
                "Delete it to train from the start, or give another output folder.",
                exception);
        }
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException();
        }
    }

    private static void Write(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        Require(count >= 0 && count <= reader.BaseStream.Length / sizeof(float));
        return [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.ReadInt32();
        Require(count >= 0 && count <= reader.BaseStream.Length);
        return [.. Enumerable.Range(0, count).Select(_ => read())];
    }

    private static EpochRecord ReadEpoch(BinaryReader reader)
    {
        var (epoch, loss, rate) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        return new EpochRecord(epoch, loss, rate, Optional(reader.ReadDouble()), Optional(reader.ReadDouble()));
    }

    private static double? Optional(double value) => double.IsNaN(value) ? null : value;
}
