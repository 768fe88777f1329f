using System.Buffers.Binary;
using Earshot.Emulator.Power;
using Earshot.Native;

namespace Earshot.Emulator.Classification;

/// <summary>The native classifier of one board: the packs it can find, and the engine it runs.</summary>
public sealed class Firmware : IDisposable, IResettable
{
    private readonly Func<ReadOnlyMemory<byte>, IInferenceEngine> _open;
    private readonly ReadOnlyMemory<byte> _builtIn;
    private readonly ReadOnlyMemory<byte> _deployed;
    private IInferenceEngine? _engine;

    /// <summary>Creates a firmware.</summary>
    /// <param name="open">Opens a pack; throws <see cref="ModelRejectedException"/> when it is not sound.</param>
    /// <param name="builtIn">The pack compiled in, or empty.</param>
    /// <param name="deployed">The pack in the deployment region, or empty.</param>
    /// <param name="cost">What it costs.</param>
    public Firmware(
        Func<ReadOnlyMemory<byte>, IInferenceEngine> open,
        ReadOnlyMemory<byte> builtIn,
        ReadOnlyMemory<byte> deployed,
        NativeCost cost)
    {
        _open = open;
        _builtIn = builtIn;
        _deployed = deployed;
        Cost = cost;
    }

    /// <summary>What it costs.</summary>
    public NativeCost Cost { get; }

    /// <summary>Core clocks that native code has taken so far.</summary>
    public double Clocks { get; private set; }

    /// <summary>The largest arena of a model that was opened, in bytes.</summary>
    public long LargestArena { get; private set; }

    /// <summary>Raised after each decision with its scores, as probabilities in 1/256.</summary>
    public event Action<byte[]>? Decided;

    /// <summary>The engine of the model that is open.</summary>
    internal IInferenceEngine? Engine => _engine;

    /// <summary>The tone check that was begun last.</summary>
    internal ToneCheck? Tone { get; set; }

    /// <summary>Lets go of the model.</summary>
    public void Dispose() => Close();

    /// <summary>The arena is lost; the packs are in flash.</summary>
    public void Reset(ResetCause cause)
    {
        Close();
        Tone = null;
    }

    internal bool TryOpen(int source)
    {
        Close();
        var pack = PackAt(source);
        if (pack.IsEmpty)
        {
            return false;
        }

        _engine = _open(pack);
        LargestArena = Math.Max(LargestArena, _engine.Model.ArenaBytes);
        return true;
    }

    /// <summary>The checksum field of the pack at a place (docs/model-pack.md), or 0 when none is there.</summary>
    internal int FingerprintOf(int source)
    {
        const int ChecksumOffset = 16;
        var pack = PackAt(source).Span;
        return pack.Length >= ChecksumOffset + sizeof(int) && pack.StartsWith("EARSHOT\0"u8)
            ? BinaryPrimitives.ReadInt32LittleEndian(pack[ChecksumOffset..])
            : 0;
    }

    internal void Close()
    {
        _engine?.Dispose();
        _engine = null;
    }

    private ReadOnlyMemory<byte> PackAt(int source) => source == 0 ? _builtIn : _deployed;

    internal void Charge(EmulatedBoard board, double clocks)
    {
        Clocks += clocks;
        Spend(board, clocks);
    }

    /// <summary>Charges the way into a native method and back: nanoCLR's work, not the C module's.</summary>
    internal void ChargeCall(EmulatedBoard board) => Spend(board, Cost.ClocksPerCall);

    internal void Announce(byte[] scores) => Decided?.Invoke(scores);

    internal bool IsObserved => Decided is not null;

    private static void Spend(EmulatedBoard board, double clocks) =>
        board.Scheduler.Spend((long)(clocks * 1e9 / board.Description.ClockHertz));
}
