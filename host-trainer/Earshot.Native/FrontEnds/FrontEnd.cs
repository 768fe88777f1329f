using Earshot.Native.Interop;

namespace Earshot.Native;

/// <summary>
/// The C module's front end: sound in, features out, the same bits as on the board. May be used from several threads
/// at once.
/// </summary>
public sealed unsafe class FrontEnd : IDisposable
{
    private readonly AlignedMemory[] _tables;
    private readonly AlignedMemory? _settings;
    private readonly Model? _model;

    /// <summary>A front end of its own tables.</summary>
    /// <exception cref="EarshotException">The C module refuses the tables.</exception>
    public FrontEnd(FrontEndTables tables)
    {
        _tables =
        [
            AlignedMemory.CopyOf<int>(tables.Window),
            AlignedMemory.CopyOf<Triangle>(tables.Triangles),
            AlignedMemory.CopyOf<int>(tables.Means),
            AlignedMemory.CopyOf<int>(tables.Multipliers),
        ];
        _settings = new AlignedMemory((nuint)sizeof(NativeSettings));
        *(NativeSettings*)_settings.Address = new NativeSettings
        {
            SampleRate = (uint)tables.SampleRate,
            FrameSamples = (ushort)tables.FrameSamples,
            HopSamples = (ushort)tables.HopSamples,
            FftSize = (ushort)tables.FftSize,
            Bands = (ushort)tables.BandCount,
            TriangleCount = (ushort)tables.Triangles.Length,
            FirstBand = (ushort)tables.FirstBand,
            Kind = (ushort)tables.Kind,
            Normalisation = (ushort)tables.Normalisation,
            Shift = (byte)tables.Shift,
            ZeroPoint = (sbyte)tables.ZeroPoint,
            LogOffset = tables.LogOffset,
            LogFloor = tables.LogFloor,
            LevelOffset = tables.LevelOffset,
            LevelStart = tables.LevelStart,
            LevelRate = tables.LevelRate,
            Window = (int*)_tables[0].Address,
            Triangles = (Triangle*)_tables[1].Address,
            Means = (int*)_tables[2].Address,
            Multipliers = (int*)_tables[3].Address,
        };
        EarshotException.ThrowIfFailed(NativeMethods.FrontEndCheck(Settings));
    }

    /// <summary>A front end of the settings in a model pack. The model must live as long.</summary>
    public FrontEnd(Model model)
    {
        _model = model;
        _tables = [];
    }

    /// <summary>Number of features of a frame.</summary>
    public int Bands => Settings->Bands;

    private NativeSettings* Settings =>
        _model is null ? (NativeSettings*)_settings!.Address : NativeMethods.ModelFrontEnd(_model.Address);

    /// <summary>Frames in a clip of so many samples; 0 when it is shorter than one.</summary>
    public int FrameCount(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        return checked((int)NativeMethods.FrameCount(Settings, (nuint)samples));
    }

    /// <summary>Features, log-mel values and levels of a clip, starting from a front end that has heard nothing.</summary>
    /// <param name="pcm">16-bit mono samples at the front end's rate.</param>
    public FeatureFrames Compute(ReadOnlySpan<short> pcm)
    {
        var settings = Settings;
        var frames = FrameCount(pcm.Length);
        int bands = settings->Bands;
        var result = new FeatureFrames(frames, bands, new sbyte[frames * bands], new short[frames * bands], new int[frames]);
        var bytes = NativeMethods.FeaturesBytes(settings);
        using var memory = new AlignedMemory(bytes);
        nuint done;
        fixed (short* samples = pcm)
        fixed (sbyte* features = result.Features)
        fixed (short* logMel = result.LogMel)
        fixed (int* levels = result.Levels)
        {
            EarshotException.ThrowIfFailed(NativeMethods.Features(
                settings, samples, (nuint)pcm.Length, memory.Address, bytes, features, logMel, levels, (nuint)frames, &done));
        }

        GC.KeepAlive(this);
        return result;
    }

    /// <summary>The int8 features of a clip, [frames][bands].</summary>
    public sbyte[] Features(ReadOnlySpan<short> pcm) => Compute(pcm).Features;

    /// <inheritdoc/>
    public void Dispose()
    {
        _settings?.Dispose();
        foreach (var table in _tables)
        {
            table.Dispose();
        }
    }
}
