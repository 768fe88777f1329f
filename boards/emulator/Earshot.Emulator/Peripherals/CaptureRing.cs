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
    private readonly Scheduler _scheduler;
    private readonly ISoundSource _source;
    private readonly int _blockSamples;
    private readonly int _ringSamples;
    private readonly Queue<(long Position, short[] Samples)> _blocks = new();
    private long _startTime;
    private long _blocksHeard;
    private long _samplesBeforeStart;
    private int _taken;

    internal CaptureRing(Scheduler scheduler, ISoundSource source, int blockSamples, int ringSamples)
    {
        _scheduler = scheduler;
        _source = source;
        _blockSamples = blockSamples;
        _ringSamples = ringSamples;
    }

    /// <summary>Whether the converter runs.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Samples a second that the source gives.</summary>
    public int SampleRate => _source.SampleRate;

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
    public void StopClocks() => CatchUp();

    /// <summary>Sampling goes on; what the world sounded like meanwhile was not heard.</summary>
    public void StartClocks(long stopped)
    {
        if (IsRunning)
        {
            _startTime += stopped;
            var unheard = (long)((Int128)stopped * SampleRate / VirtualTime.Second);
            _samplesBeforeStart += unheard;
            Skip(unheard);
        }
    }

    internal void Start()
    {
        _startTime = _scheduler.Now;
        _blocksHeard = 0;
        _taken = 0;
        _blocks.Clear();
        LostSamples = 0;
        Position = 0;
        IsRunning = true;
        // The world went on while nobody listened.
        var now = (long)((Int128)_startTime * SampleRate / VirtualTime.Second);
        Skip(now - _samplesBeforeStart);
        _samplesBeforeStart = now;
    }

    internal void Stop()
    {
        CatchUp();
        _samplesBeforeStart += _blocksHeard * _blockSamples;
        IsRunning = false;
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
            Hear(block);
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

    // Whoever gave the sound is told of a fault in it; the device cannot know.
    private void Hear(Span<short> samples)
    {
        try
        {
            _source.Read(samples);
        }
        catch (Exception exception)
        {
            samples.Clear();
            _scheduler.Fail(exception);
        }
    }

    private long TimeOfBlock(long blocks)
    {
        // Rounded up: a sample is not there before its time.
        var nanoseconds = ((Int128)blocks * _blockSamples * VirtualTime.Second) + SampleRate - 1;
        return _startTime + (long)(nanoseconds / SampleRate);
    }

    private void Skip(long samples)
    {
        var buffer = new short[Math.Clamp(samples, 0, 16000)];
        while (samples > 0)
        {
            var count = (int)Math.Min(samples, buffer.Length);
            Hear(buffer.AsSpan(0, count));
            samples -= count;
        }
    }
}
