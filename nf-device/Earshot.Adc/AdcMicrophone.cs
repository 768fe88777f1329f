using System;
using System.Device.Adc;
using System.Threading;

namespace Earshot;

/// <summary>
/// The microphone read sample by sample from C#: a few thousand samples a second at uneven times. That is too slow to classify
/// sound and good enough to tell whether there is any, so that a node listens with <see cref="DmaMicrophone"/> only then. Both must
/// not have the converter at once: dispose one first.
/// </summary>
public sealed class AdcMicrophone : IDisposable
{
    /// <summary>Samples of a measurement when nobody says otherwise: some 10 ms, a period of 100 Hz.</summary>
    public const int DefaultSamples = 64;

    private readonly AdcChannel _channel;
    private readonly int _maximum;

    /// <summary>Opens a channel of the converter.</summary>
    /// <param name="channel">Its number in the firmware's list of channels, not the pin's.</param>
    public AdcMicrophone(int channel)
    {
        AdcController controller = new AdcController();
        _maximum = controller.MaxValue;
        _channel = controller.OpenChannel(channel);
    }

    /// <summary>Measures the level of a short stretch of sound, without weighting of frequencies.</summary>
    /// <param name="samples">How many, 2 to 4096.</param>
    /// <returns>In 1/256 dB of a full-scale sine; <see cref="LevelAverage.Floor"/> when the line does not move at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many samples.</exception>
    public int MeasureLevel(int samples = DefaultSamples)
    {
        if (samples < 2 || samples > 4096)
        {
            throw new ArgumentOutOfRangeException();
        }

        long sum = 0;
        long squares = 0;
        for (int index = 0; index < samples; index++)
        {
            int value = _channel.ReadValue();
            sum += value;
            squares += (long)value * value;
        }

        // The bias of the microphone is its mean; n² times the variance stays a whole number.
        long variance = (squares * samples) - (sum * sum);
        float amplitude = _maximum / 2f;
        return LevelAverage.FromPower(variance / ((float)samples * samples) / (amplitude * amplitude / 2f));
    }

    /// <summary>Measures again and again, while other threads run, until there is sound.</summary>
    /// <param name="level">From which level on it is sound, in 1/256 dB of a full-scale sine.</param>
    /// <param name="interval">Milliseconds from one measurement to the next.</param>
    /// <param name="millisecondsTimeout">How long at most, or −1.</param>
    /// <returns>Whether there was sound before time ran out.</returns>
    public bool WaitForSound(int level, int interval, int millisecondsTimeout)
    {
        long waited = 0;
        while (MeasureLevel() < level)
        {
            if (millisecondsTimeout >= 0 && waited >= millisecondsTimeout)
            {
                return false;
            }

            Thread.Sleep(interval);
            waited += interval;
        }

        return true;
    }

    /// <summary>Lets go of the channel.</summary>
    public void Dispose()
    {
        _channel.Dispose();
    }
}
