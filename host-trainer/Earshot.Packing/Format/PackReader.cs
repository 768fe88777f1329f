using Earshot.Native;
using Earshot.Onnx;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Format;

/// <summary>
/// Reads a pack on the host, to look at it. It checks that the file is intact; whether the engine accepts what it says is
/// for the C module to decide.
/// </summary>
public static class PackReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing, is no pack, was cut short or has a changed byte.</exception>
    public static PackContents Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Give the path of a .earshot file.", exception);
        }

        return Parse(bytes, path);
    }

    /// <summary>Reads a pack from memory; <paramref name="origin"/> names it in errors.</summary>
    /// <exception cref="InputException">The bytes are no pack, were cut short or changed.</exception>
    public static PackContents Parse(ReadOnlySpan<byte> bytes, string origin)
    {
        const string Remedy = "Copy the file again, or make it again with 'earshot pack'.";
        if (bytes.Length < PackLayout.HeaderBytes || !bytes[..PackLayout.Magic.Length].SequenceEqual(PackLayout.Magic))
        {
            throw new InputException(
                origin,
                bytes.Length < PackLayout.HeaderBytes
                    ? $"it has {bytes.Length} bytes, fewer than the header of a model pack."
                    : "it is not a model pack: field magic (bytes 0 to 7) is not 'EARSHOT'.",
                Remedy);
        }

        var fields = new FieldReader(bytes);
        if (fields.U32(8) != PackLayout.Version)
        {
            throw new InputException(
                origin, $"field version is {fields.U32(8)}, and this program reads version {PackLayout.Version}.", "Use the version of Earshot that wrote it, or pack the model again.");
        }

        if (fields.U32(PackLayout.SizeAt) != bytes.Length)
        {
            throw new InputException(origin, $"field size says {fields.U32(PackLayout.SizeAt)} bytes, but the file has {bytes.Length}.", Remedy);
        }

        if (fields.U32(PackLayout.CrcAt) != PackLayout.Crc(bytes))
        {
            throw new InputException(origin, "field crc does not match: at least one byte has changed since the pack was written.", Remedy);
        }

        try
        {
            return Read(fields, bytes.Length) with { Needs = Needs(bytes) };
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(origin, $"it is not a valid model pack: {exception.Message}.", Remedy, exception);
        }
    }

    private static PackContents Read(FieldReader fields, int bytes)
    {
        var (classes, tensors, layers) = (new ModelClass[fields.U16(26)], new PackTensor[fields.U16(22)], new PackLayer[fields.U16(24)]);
        for (var index = 0; index < classes.Length; index++)
        {
            classes[index] = Class(fields, fields.Size(36) + PackLayout.ClassBytes * index);
        }

        for (var index = 0; index < tensors.Length; index++)
        {
            tensors[index] = Tensor(fields, fields.Size(40) + PackLayout.TensorBytes * index);
        }

        for (var index = 0; index < layers.Length; index++)
        {
            layers[index] = Layer(fields, fields.Size(44) + PackLayout.LayerBytes * index, tensors.Length);
        }

        return new PackContents
        {
            Bytes = bytes,
            Mode = fields.U16(20) <= 1 ? (ModelMode)fields.U16(20) : throw new InvalidDataException($"field mode is {fields.U16(20)}"),
            Logits = fields.U16(28),
            Scores = fields.U16(30),
            Name = fields.Text(fields.Size(48), fields.Size(52)),
            PlannedArenaBytes = fields.Size(56),
            LayerScratchBytes = fields.Size(68),
            Needs = [],
            WindowColumns = fields.U16(72),
            DecisionHop = fields.U16(74),
            BlockColumns = fields.U16(76),
            Smoothing = TimeSpan.FromMilliseconds(fields.U32(80)),
            QuietLevel = fields.I16(84) / 256.0,
            Details = fields.Text(fields.Size(88), fields.Size(92)),
            FrontEnd = FrontEnd(fields, fields.Size(32), tensors.Length > 0 ? tensors[0].Parameters.Scale : 0),
            Classes = classes,
            Tensors = tensors,
            Layers = layers,
        };
    }

    private static KernelNeeds[] Needs(ReadOnlySpan<byte> bytes)
    {
        if (Model.Check(bytes) != EarshotStatus.Ok)
        {
            return [];
        }

        using var model = Model.Open(bytes);
        return [.. Enumerable.Range(0, model.Layers).Select(layer => new KernelNeeds(
            model.LayerScratchBytes(layer, KernelGoal.Speed),
            model.LayerScratchBytes(layer, KernelGoal.Size),
            model.LayerOverwrites(layer, KernelGoal.Speed)))];
    }

    private static FrontEndTables FrontEnd(FieldReader fields, int at, float scale)
    {
        var triangles = new Triangle[fields.U16(at + 22)];
        for (var index = 0; index < triangles.Length; index++)
        {
            var place = fields.Size(at + 36) + PackLayout.TriangleBytes * index;
            triangles[index] = new Triangle(
                fields.U16(place), fields.U16(place + 2), fields.U32(place + 4), fields.U32(place + 8), fields.U32(place + 12));
        }

        var kind = (FrontEndKind)fields.U16(at);
        var bands = fields.U16(at + 14);
        var normalised = kind == FrontEndKind.LogMel ? bands : 0;
        return new FrontEndTables
        {
            Kind = kind,
            Normalisation = (NormalisationMode)fields.U16(at + 2),
            SampleRate = fields.Size(at + 4),
            FrameSamples = fields.U16(at + 8),
            HopSamples = fields.U16(at + 10),
            FftSize = fields.U16(at + 12),
            BandCount = bands,
            LogOffset = fields.I32(at + 16),
            Shift = fields.U8(at + 20),
            ZeroPoint = fields.I8(at + 21),
            Scale = scale,
            LevelStart = fields.I32(at + 24),
            LevelRate = fields.U32(at + 28),
            Window = fields.Integers(fields.Size(at + 32), fields.U16(at + 12)),
            Triangles = triangles,
            FirstBand = fields.U16(at + 40),
            LogFloor = fields.I32(at + 44),
            LevelOffset = fields.I32(at + 48),
            Means = fields.Integers(fields.Size(at + 52), normalised),
            Multipliers = fields.Integers(fields.Size(at + 56), normalised),
        };
    }

    private static ModelClass Class(FieldReader fields, int at) => new(
        fields.Text(fields.Size(at), fields.U16(at + 4)), fields.U16(at + 6) == 1, fields.U16(at + 8) / 256.0, fields.U16(at + 10) / 256.0,
        TimeSpan.FromMilliseconds(fields.U16(at + 12)));

    private static PackTensor Tensor(FieldReader fields, int at) => new(
        fields.Size(at), fields.U16(at + 4), fields.U16(at + 6), fields.U16(at + 8),
        new QuantizationParameters(fields.F32(at + 12), fields.I8(at + 10)),
        new TensorTiming(fields.I32(at + 16), fields.U16(at + 20), fields.U16(at + 22)));

    private static PackLayer Layer(FieldReader fields, int at, int tensors)
    {
        int[] inputs = fields.U16(at + 6) == PackLayout.NoTensor ? [fields.U16(at + 4)] : [fields.U16(at + 4), fields.U16(at + 6)];
        var (operation, output) = (fields.U8(at), (int)fields.U16(at + 8));
        if (!Enum.IsDefined((LayerOperator)operation) || inputs.Append(output).Any(tensor => tensor >= tensors))
        {
            throw new InvalidDataException($"the layer at byte {at} has an unknown operator or tensor");
        }

        return new PackLayer(
            (LayerOperator)operation, fields.U8(at + 1), fields.U8(at + 2), inputs, output,
            new LayerSpan(fields.U16(at + 10), fields.U16(at + 14), fields.U16(at + 18), fields.U16(at + 22), fields.U16(at + 24)),
            new LayerSpan(fields.U16(at + 12), fields.U16(at + 16), fields.U16(at + 20), fields.U16(at + 26), fields.U16(at + 28)),
            fields.I8(at + 35), fields.I8(at + 36), fields.Size(at + 44),
            4 * (fields.Size(at + 56) + (fields.U32(at + 48) == 0 ? 0 : fields.Size(at + 56))));
    }
}
