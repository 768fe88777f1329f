using System.Runtime.InteropServices;

using Earshot.Native.Interop;

namespace Earshot.Native;

/// <summary>A model pack that the C module has checked and opened. May be used from several threads at once.</summary>
public sealed unsafe class Model : IDisposable
{
    private readonly AlignedMemory _pack;
    private readonly AlignedMemory _model;
    private readonly NativeInfo _info;

    private Model(AlignedMemory pack, AlignedMemory model)
    {
        _pack = pack;
        _model = model;
        NativeInfo info;
        NativeMethods.ModelGetInfo(model.Address, &info);
        _info = info;
        Name = Marshal.PtrToStringUTF8(info.Name)!;
        Details = Marshal.PtrToStringUTF8(info.Details)!;
        Classes = [.. Enumerable.Range(0, info.Classes).Select(ReadClass)];
        ArenaBytes = checked((int)NativeMethods.ArenaBytes(model.Address));
        FastScratchBytes = checked((int)NativeMethods.FastScratchBytes(model.Address));
    }

    /// <summary>The model's name; empty when it has none.</summary>
    public string Name { get; }

    /// <summary>Free text, by convention JSON with the provenance; empty when there is none.</summary>
    public string Details { get; }

    /// <summary>The classes, in the order of the scores.</summary>
    public IReadOnlyList<ModelClass> Classes { get; }

    /// <summary>Bytes of memory that an engine needs.</summary>
    public int ArenaBytes { get; }

    /// <summary>Bytes of layer scratch with which the Cortex-M kernels compute every layer in one piece.</summary>
    public int FastScratchBytes { get; }

    /// <summary>How the network sees time.</summary>
    public ModelMode Mode => (ModelMode)_info.Mode;

    /// <summary>Number of layers.</summary>
    public int Layers => _info.Layers;

    /// <summary>Feature columns that one decision looks back on: the length of the network's input.</summary>
    public int WindowColumns => _info.WindowColumns;

    /// <summary>Feature columns from one decision to the next.</summary>
    public int DecisionHop => _info.DecisionHop;

    /// <summary>Feature columns that are worked on at a time.</summary>
    public int BlockColumns => _info.BlockColumns;

    /// <summary>Number of mel bands: the other side of the network's input.</summary>
    public int Bands => _info.Bands;

    /// <summary>Samples a second.</summary>
    public int SampleRate => (int)_info.SampleRate;

    /// <summary>Samples of a frame.</summary>
    public int FrameSamples => _info.FrameSamples;

    /// <summary>Samples of a hop.</summary>
    public int HopSamples => _info.HopSamples;

    /// <summary>Time constant of the score average; zero for none.</summary>
    public TimeSpan Smoothing => TimeSpan.FromMilliseconds(_info.SmoothingMs);

    /// <summary>Hops below this level count as quiet, dB; −128 for never.</summary>
    public double QuietLevel => _info.QuietLevel / 256.0;

    /// <summary>Real feature = (q − <see cref="FeatureZeroPoint"/>) · scale.</summary>
    public float FeatureScale => _info.FeatureScale;

    /// <summary>The int8 value of a feature of 0.</summary>
    public int FeatureZeroPoint => _info.FeatureZeroPoint;

    /// <summary>Real logit = (q − <see cref="LogitsZeroPoint"/>) · scale.</summary>
    public float LogitsScale => _info.LogitsScale;

    /// <summary>The int8 value of a logit of 0.</summary>
    public int LogitsZeroPoint => _info.LogitsZeroPoint;

    internal void* Address => _model.Address;

    /// <summary>Checks and opens a pack.</summary>
    /// <param name="pack">The whole pack; it is copied.</param>
    /// <param name="source">What to call it in an error: its path.</param>
    /// <exception cref="InputException">It is damaged, cut short or not a pack; says what and where.</exception>
    public static Model Open(ReadOnlySpan<byte> pack, string source = "model pack")
    {
        var bytes = AlignedMemory.CopyOf(pack);
        var model = new AlignedMemory(NativeMethods.ModelBytes());
        var status = NativeMethods.ModelOpen(model.Address, bytes.Address, (nuint)pack.Length);
        if (status == EarshotStatus.Ok)
        {
            return new Model(bytes, model);
        }

        var record = NativeMethods.ModelFault(model.Address);
        bytes.Dispose();
        model.Dispose();
        throw ModelFault.Describe(status, record, source);
    }

    /// <summary>Checks a pack as the board does; its status says whether the board would take it.</summary>
    public static EarshotStatus Check(ReadOnlySpan<byte> pack)
    {
        using var bytes = AlignedMemory.CopyOf(pack);
        using var model = new AlignedMemory(NativeMethods.ModelBytes());
        return NativeMethods.ModelOpen(model.Address, bytes.Address, (nuint)pack.Length);
    }

    /// <summary>Reads, checks and opens a pack file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no intact pack.</exception>
    public static Model OpenFile(string path)
    {
        try
        {
            return Open(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Check the path and your rights to read it.", exception);
        }
    }

    /// <summary>
    /// Bytes of layer scratch with which the kernels of <paramref name="goal"/> compute a layer best; 0 when it needs none or
    /// is computed by the reference kernels. What it takes to write over the layer's input is included.
    /// </summary>
    /// <param name="layer">0 to <see cref="Layers"/> − 1.</param>
    /// <param name="goal">Which kernels.</param>
    public int LayerScratchBytes(int layer, KernelGoal goal)
    {
        CheckLayer(layer);
        return checked((int)NativeMethods.LayerScratchBytes(_model.Address, (uint)layer, (int)goal));
    }

    /// <summary>Whether the kernels of <paramref name="goal"/> lose no time where a layer writes over its input.</summary>
    /// <param name="layer">0 to <see cref="Layers"/> − 1.</param>
    /// <param name="goal">Which kernels.</param>
    public bool LayerOverwrites(int layer, KernelGoal goal)
    {
        CheckLayer(layer);
        return NativeMethods.LayerOverwrites(_model.Address, (uint)layer, (int)goal) != 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        _pack.Dispose();
    }

    private void CheckLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(layer, Layers);
    }

    private ModelClass ReadClass(int index)
    {
        NativeClass record;
        EarshotException.ThrowIfFailed(NativeMethods.ModelGetClass(_model.Address, (uint)index, &record));
        return new ModelClass(
            Marshal.PtrToStringUTF8(record.Label, record.LabelBytes),
            record.Kind == 1,
            record.OnThreshold / 256.0,
            record.OffThreshold / 256.0,
            TimeSpan.FromMilliseconds(record.MinimumDurationMs));
    }
}
