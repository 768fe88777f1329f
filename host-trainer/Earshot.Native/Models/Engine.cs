using Earshot.Native.Interop;

namespace Earshot.Native;

/// <summary>The C module's engine: sound or features in, scores out, the same bits as on the board. Not thread-safe.</summary>
public sealed unsafe class Engine : IDisposable
{
    private readonly AlignedMemory _engine = new(NativeMethods.EngineBytes());
    private readonly AlignedMemory _arena;
    private readonly int _classes;

    /// <summary>Prepares an engine; the model must live as long.</summary>
    /// <exception cref="EarshotException">The C module was compiled with arithmetic that gives other bits.</exception>
    public Engine(Model model)
    {
        Model = model;
        _classes = model.Classes.Count;
        _arena = new AlignedMemory((nuint)model.ArenaBytes);
        EarshotException.ThrowIfFailed(
            NativeMethods.Init(_engine.Address, model.Address, _arena.Address, (nuint)model.ArenaBytes));
    }

    /// <summary>The model that it runs.</summary>
    public Model Model { get; }

    /// <summary>Decisions since the last reset.</summary>
    public uint Decisions => NativeMethods.Decisions(Address);

    /// <summary>A-weighted level of the latest frame in dB; 0 is a full-scale sine of 1 kHz, −128 digital silence.</summary>
    public double Level => NativeMethods.Level(Address) / 256.0;

    /// <summary>
    /// Scores of the latest decision, [classes]; probability = (score + 128) / 256. Empty before the first. Overwritten by
    /// the next push.
    /// </summary>
    public ReadOnlySpan<sbyte> Scores => Column(NativeMethods.Scores(Address));

    /// <summary>Logits of the latest decision, [classes], in the model's logits scale. Empty before the first.</summary>
    public ReadOnlySpan<sbyte> Logits => Column(NativeMethods.Logits(Address));

    /// <summary>Probabilities of the latest decision, 0 to 255/256. Empty before the first.</summary>
    public float[] Probabilities()
    {
        var scores = Scores;
        var probabilities = new float[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            probabilities[i] = (scores[i] + 128) / 256f;
        }

        return probabilities;
    }

    /// <summary>Hears 16-bit mono samples at the model's rate; any number of them.</summary>
    public EngineProgress Push(ReadOnlySpan<short> pcm)
    {
        EngineProgress progress;
        fixed (short* samples = pcm)
        {
            EarshotException.ThrowIfFailed(NativeMethods.Push(Address, samples, (nuint)pcm.Length, &progress));
        }

        GC.KeepAlive(this);
        return progress;
    }

    /// <summary>
    /// Runs the network on features, [columns][bands], instead of sound. One window of <see cref="Model.WindowColumns"/>
    /// after a reset makes one decision. Reset before going back to sound.
    /// </summary>
    /// <exception cref="ArgumentException">The length is not a multiple of the number of bands.</exception>
    public EngineProgress PushFeatures(ReadOnlySpan<sbyte> features)
    {
        if (features.Length % Model.Bands != 0)
        {
            throw new ArgumentException($"{features.Length} features are not whole columns of {Model.Bands} bands.", nameof(features));
        }

        EngineProgress progress;
        fixed (sbyte* values = features)
        {
            EarshotException.ThrowIfFailed(
                NativeMethods.PushFeatures(Address, values, (nuint)(features.Length / Model.Bands), &progress));
        }

        GC.KeepAlive(this);
        return progress;
    }

    /// <summary>Forgets all sound.</summary>
    public void Reset() => NativeMethods.Reset(Address);

    /// <inheritdoc/>
    public void Dispose()
    {
        _engine.Dispose();
        _arena.Dispose();
    }

    // The C engine points into the model's memory: asking for the model's address throws when that is gone.
    private void* Address => Model.Address is null ? null : _engine.Address;

    private ReadOnlySpan<sbyte> Column(sbyte* column) => column is null ? [] : new ReadOnlySpan<sbyte>(column, _classes);
}
