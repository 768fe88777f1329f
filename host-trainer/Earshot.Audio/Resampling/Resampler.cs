using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Earshot.Audio.Resampling;

/// <summary>
/// Changes the sample rate of a signal, piece by piece, with a linear-phase polyphase filter: the pass band reaches 0.9
/// of the lower of both Nyquist frequencies, the stop band begins at that frequency. The filter's delay is
/// compensated (output sample n lies at the time n / rate), silence is assumed before and after the signal, and the output
/// has ceil(length · to / from) samples. The pieces' sizes do not change a bit of the result. Equal rates copy.
/// </summary>
public sealed class Resampler
{
    private readonly PolyphaseFilter? _filter;
    private readonly int _fromRate;
    private readonly int _toRate;
    private double[] _history;
    private int _filled;
    private long _historyStart;
    private long _inputCount;
    private long _outputCount;
    private long _position;
    private int _phase;

    /// <summary>Creates a resampler.</summary>
    /// <param name="fromRate">Rate of the input in Hz, within <see cref="SampleRates"/>.</param>
    /// <param name="toRate">Rate of the output in Hz, within <see cref="SampleRates"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside the accepted range.</exception>
    public Resampler(int fromRate, int toRate)
    {
        CheckRate(fromRate, nameof(fromRate));
        CheckRate(toRate, nameof(toRate));
        _fromRate = fromRate;
        _toRate = toRate;
        _history = [];
        if (fromRate == toRate)
        {
            return;
        }

        _filter = PolyphaseFilter.For(fromRate, toRate);
        _history = new double[4 * _filter.Taps];
        _filled = _filter.HalfTaps - 1;
        _historyStart = -_filled;
    }

    /// <summary>The number of output samples of a signal.</summary>
    /// <param name="inputLength">Its number of samples.</param>
    /// <param name="fromRate">Its rate in Hz.</param>
    /// <param name="toRate">The rate of the output in Hz.</param>
    public static long OutputLength(long inputLength, int fromRate, int toRate)
    {
        var product = (Int128)inputLength * toRate;
        return (long)((product + fromRate - 1) / fromRate);
    }

    /// <summary>Resamples a whole signal.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="fromRate">Its rate in Hz.</param>
    /// <param name="toRate">The rate of the result in Hz.</param>
    public static float[] Resample(ReadOnlySpan<float> samples, int fromRate, int toRate)
    {
        var resampler = new Resampler(fromRate, toRate);
        var output = new ArrayBufferWriter<float>(Math.Max(1, (int)OutputLength(samples.Length, fromRate, toRate)));
        resampler.Process(samples, output);
        resampler.Complete(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Takes the next piece of the signal and writes the output samples that it completes.</summary>
    public void Process(ReadOnlySpan<float> input, IBufferWriter<float> output)
    {
        _inputCount += input.Length;
        if (_filter is null)
        {
            output.Write(input);
            _outputCount += input.Length;
            return;
        }

        // Bounded steps keep the history small however long a piece is.
        for (var done = 0; done < input.Length;)
        {
            var count = Math.Min(input.Length - done, 4096);
            Append(input.Slice(done, count));
            Emit(output, long.MaxValue);
            done += count;
        }
    }

    /// <summary>Ends the signal and writes the output samples that are still due; nothing may follow.</summary>
    public void Complete(IBufferWriter<float> output)
    {
        if (_filter is not null)
        {
            Append(new float[_filter.HalfTaps]);
            Emit(output, OutputLength(_inputCount, _fromRate, _toRate));
        }
    }

    private void Emit(IBufferWriter<float> output, long limit)
    {
        var filter = _filter!;
        var end = _historyStart + _filled;
        var most = Math.Max(1, (int)((_filled * (long)_toRate / _fromRate) + 2));
        var target = output.GetSpan(most);
        var written = 0;
        while (_outputCount < limit && _position + filter.HalfTaps < end)
        {
            var window = _history.AsSpan((int)(_position - filter.HalfTaps + 1 - _historyStart), filter.Taps);
            target[written++] = (float)Interpolate(window);
            _outputCount++;
            _phase += filter.Down % filter.Up;
            _position += filter.Down / filter.Up;
            if (_phase >= filter.Up)
            {
                _phase -= filter.Up;
                _position++;
            }
        }

        output.Advance(written);
        Forget();
    }

    private double Interpolate(ReadOnlySpan<double> window)
    {
        var filter = _filter!;
        if (filter.IsExact)
        {
            return Dot(window, filter.Row(_phase));
        }

        var place = (double)_phase * filter.Phases / filter.Up;
        var row = (int)place;
        var fraction = place - row;
        return ((1 - fraction) * Dot(window, filter.Row(row))) + (fraction * Dot(window, filter.Row(row + 1)));
    }

    // Four lanes, whatever the machine has: the order of the sum, and so every bit of it, is the same everywhere.
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var even = Vector256<double>.Zero;
        var odd = Vector256<double>.Zero;
        for (var i = 0; i + 1 < left.Length && i + 1 < right.Length; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        var sum = even + odd;
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    private void Append(ReadOnlySpan<float> input)
    {
        if (_filled + input.Length > _history.Length)
        {
            Array.Resize(ref _history, Math.Max(_filled + input.Length, 2 * _history.Length));
        }

        for (var i = 0; i < input.Length; i++)
        {
            _history[_filled + i] = input[i];
        }

        _filled += input.Length;
    }

    private void Forget()
    {
        // When M/L is large the next window can begin beyond what has arrived.
        var done = (int)Math.Min(_position - _filter!.HalfTaps + 1 - _historyStart, _filled);
        _history.AsSpan(done, _filled - done).CopyTo(_history);
        _filled -= done;
        _historyStart += done;
    }

    private static void CheckRate(int rate, string parameter)
    {
        if (!SampleRates.Accepts(rate))
        {
            throw new ArgumentOutOfRangeException(
                parameter, rate, $"A rate must lie between {SampleRates.Lowest} and {SampleRates.Highest} Hz.");
        }
    }
}
