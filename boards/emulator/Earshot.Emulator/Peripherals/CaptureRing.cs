using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// The microphone's way into memory: a timer triggers the converter, DMA fills half a buffer at a time, and each half goes
/// into a ring. A block that finds no room is lost and counted, as on the board.
/// </summary>
public sealed class CaptureRing : IResettable, IClocked
{
    private const long Million = 1_000_000;

    private readonly Scheduler _scheduler;
    private readonly CaptureEnergy? _energy;
    private readonly int _blockSamples;
    private readonly int _ringSamples;
    private readonly Queue<(long Position, short[] Samples)> _blocks = new();
    private long _baseTime;
    private long _baseBlocks;
    private long _blocksHeard;
    private int _taken;
    private short _latest;
    private CaptureStatistics _statistics = new();

    /// <param name="scheduler">Virtual time.</param>
    /// <param name="model">The microphone.</param>
    /// <param name="blockSamples">Samples of half a buffer.</param>
    /// <param name="ringSamples">Samples of the ring.</param>
    /// <param name="energy">What is drawn while it runs.</param>
    internal CaptureRing(Scheduler scheduler, MicrophoneModel model, int blockSamples, int ringSamples, CaptureEnergy? energy = null)
    {
        _scheduler = scheduler;
        Model = model;
        _blockSamples = blockSamples;
        _ringSamples = ringSamples;
        _energy = energy;
        model.Changing += Rebase;
    }

    /// <summary>The microphone in front of the converter: gain, noise, faults.</summary>
    public MicrophoneModel Model { get; }

    /// <summary>Whether the converter runs.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Samples a second that the source gives.</summary>
    public int SampleRate => Model.SampleRate;

    /// <summary>Samples that were lost because the ring was full.</summary>
    public long LostSamples { get; private set; }

    /// <summary>Samples that were lost since power-on, in all of the app's starts.</summary>
    public long LostSamplesEver { get; private set; }

    /// <summary>Samples since the start up to the last one taken, lost ones included.</summary>
    public long Position { get; private set; }

    /// <summary>The longest that a sample has waited in the ring before it was taken, in nanoseconds; a block is there when it is whole.</summary>
    public long LongestWait { get; private set; }

    /// <summary>The most samples that have waited at once.</summary>
    public int HighWater { get; private set; }

    /// <summary>Samples that fit into the ring.</summary>
    public int Capacity => _ringSamples;

    /// <summary>Samples that wait to be taken.</summary>
    public int Available
    {
        get
        {
            CatchUp();
            return (_blocks.Count * _blockSamples) - _taken;
        }
    }

    /// <summary>The voltage that the microphone gives at this moment, as a single conversion finds it.</summary>
    internal double Volts
    {
        get
        {
            CatchUp();
            if (!IsRunning && WorldNow > Model.WorldPosition)
            {
                Guard(() =>
                {
                    Model.SkipTo(WorldNow - 1);
                    Span<short> one = stackalloc short[1];
                    Model.Read(one);
                    _latest = one[0];
                });
            }

            return Model.VoltsOf(_latest);
        }
    }

    private long WorldNow => (long)((Int128)_scheduler.Now * SampleRate / VirtualTime.Second);

    /// <summary>The converter stops, and the ring's memory is lost.</summary>
    public void Reset(ResetCause cause)
    {
        if (IsRunning)
        {
            Stop();
        }

        _blocks.Clear();
        _taken = 0;
    }

    /// <summary>The timer that triggers the converter stands still.</summary>
    public void StopClocks()
    {
        CatchUp();
        _energy?.Rest();
    }

    /// <summary>Sampling goes on; what the world sounded like meanwhile was not heard.</summary>
    public void StartClocks(long stopped)
    {
        if (IsRunning)
        {
            _energy?.Listen();
            _baseTime += stopped;
            var unheard = (long)((Int128)stopped * SampleRate / VirtualTime.Second);
            Guard(() => Model.SkipTo(Model.WorldPosition + unheard));
        }
    }

    internal void Start()
    {
        _baseTime = _scheduler.Now;
        _baseBlocks = 0;
        _blocksHeard = 0;
        _taken = 0;
        _blocks.Clear();
        LostSamples = 0;
        Position = 0;
        _statistics = new CaptureStatistics();
        IsRunning = true;
        _energy?.Listen();
        SkipToNow();
    }

    internal void Stop()
    {
        CatchUp();
        IsRunning = false;
        _energy?.Rest();
    }

    /// <summary>What was counted up to the block after the last call; false when there is no answer yet.</summary>
    internal bool TryReadStatistics(Span<int> fields)
    {
        CatchUp();
        return _statistics.TryRead(fields);
    }

    /// <summary>When so many samples will wait, if none is taken before.</summary>
    internal long TimeOf(int samples)
    {
        var missing = samples - Available;
        var blocks = _blocksHeard + ((missing + _blockSamples - 1) / _blockSamples);
        return TimeOfBlock(blocks);
    }

    /// <summary>Takes samples that are there.</summary>
    internal void Take(Span<short> samples)
    {
        while (samples.Length > 0)
        {
            var (position, block) = _blocks.Peek();
            LongestWait = Math.Max(LongestWait, _scheduler.Now - TimeOfBlock((position / _blockSamples) + 1));
            var count = Math.Min(samples.Length, _blockSamples - _taken);
            block.AsSpan(_taken, count).CopyTo(samples);
            samples = samples[count..];
            _taken += count;
            Position = position + _taken;
            if (_taken == _blockSamples)
            {
                _blocks.Dequeue();
                _taken = 0;
            }
        }
    }

    private void CatchUp()
    {
        if (!IsRunning)
        {
            return;
        }

        while (TimeOfBlock(_blocksHeard + 1) <= _scheduler.Now)
        {
            var block = new short[_blockSamples];
            Guard(() => Model.Read(block));
            _latest = block[^1];
            _statistics.Add(block, Model);
            if ((_blocks.Count + 1) * _blockSamples <= _ringSamples)
            {
                _blocks.Enqueue((_blocksHeard * _blockSamples, block));
                HighWater = Math.Max(HighWater, (_blocks.Count * _blockSamples) - _taken);
            }
            else
            {
                LostSamples += _blockSamples;
                LostSamplesEver += _blockSamples;
            }

            _blocksHeard++;
        }
    }

    // The world went on while nobody listened.
    private void SkipToNow() => Guard(() => Model.SkipTo(WorldNow));

    // Whoever gave the sound is told of a fault in it; the device cannot know.
    private void Guard(Action hear)
    {
        try
        {
            hear();
        }
        catch (Exception exception) when (exception is not MachineStoppedException)
        {
            _scheduler.Fail(exception);
        }
    }

    // The clock changes from the last block on.
    private void Rebase()
    {
        if (IsRunning)
        {
            CatchUp();
            _baseTime = TimeOfBlock(_blocksHeard);
            _baseBlocks = _blocksHeard;
        }
    }

    private long TimeOfBlock(long blocks)
    {
        // Rounded up: a sample is not there before its time.
        var rate = (Int128)SampleRate * (Million + Model.SampleRateError);
        var nanoseconds = ((Int128)(blocks - _baseBlocks) * _blockSamples * VirtualTime.Second * Million) + rate - 1;
        return _baseTime + (long)(nanoseconds / rate);
    }
}
