using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Native;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of Earshot.Interop.NativeMicrophone.</summary>
[NativeHalfOf("Earshot.Interop.NativeMicrophone")]
public static class EarshotMicrophone
{
    /// <summary>Starts sampling.</summary>
    public static int Start(int sampleRate)
    {
        var microphone = EmulatedBoard.Current.Microphone;
        if (microphone.IsRunning)
        {
            return FirmwareStatus.Microphone;
        }

        if (sampleRate != microphone.SampleRate)
        {
            return FirmwareStatus.SampleRate;
        }

        microphone.Start();
        return 0;
    }

    /// <summary>Stops sampling.</summary>
    public static int Stop()
    {
        var microphone = EmulatedBoard.Current.Microphone;
        if (!microphone.IsRunning)
        {
            return FirmwareStatus.Microphone;
        }

        microphone.Stop();
        return 0;
    }

    /// <summary>Waits for samples, giving other threads the core.</summary>
    public static int WaitForSamples(int samples, int millisecondsTimeout)
    {
        var board = EmulatedBoard.Current;
        var microphone = board.Microphone;
        if (samples < 0 || samples > board.Description.Capture.RingSamples || millisecondsTimeout < -1)
        {
            return FirmwareStatus.Argument;
        }

        if (microphone.Available >= samples)
        {
            return 1;
        }

        if (!microphone.IsRunning)
        {
            return FirmwareStatus.Microphone;
        }

        var deadline = DeadlineOf.Milliseconds(board.Scheduler, millisecondsTimeout);
        board.Scheduler.Wait(Math.Min(microphone.TimeOf(samples), deadline), "sound");
        return microphone.Available >= samples ? 1 : 0;
    }

    /// <summary>Samples up to the last one taken.</summary>
    public static long Position() => EmulatedBoard.Current.Microphone.Position;

    /// <summary>Samples lost.</summary>
    public static long LostSamples() => EmulatedBoard.Current.Microphone.LostSamples;

    /// <summary>Asks for the statistics, and reads those that were asked for before.</summary>
    public static int ReadStatistics(int[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var microphone = EmulatedBoard.Current.Microphone;
        if (fields.Length < CaptureStatistics.Fields)
        {
            return FirmwareStatus.Argument;
        }

        if (!microphone.IsRunning)
        {
            return FirmwareStatus.Microphone;
        }

        return microphone.TryReadStatistics(fields) ? 1 : 0;
    }

    /// <summary>Begins to listen for a tone.</summary>
    public static int BeginTone(int frequency)
    {
        var board = EmulatedBoard.Current;
        if (!board.Microphone.IsRunning)
        {
            return FirmwareStatus.Microphone;
        }

        if (frequency < 1 || frequency > board.Microphone.SampleRate / 2)
        {
            return FirmwareStatus.Argument;
        }

        board.Get<Firmware>().Tone = new ToneCheck(frequency, board.Microphone.SampleRate);
        return 0;
    }

    /// <summary>Takes samples and looks for the tone in them.</summary>
    public static int HearTone(int samples)
    {
        var board = EmulatedBoard.Current;
        var firmware = board.Get<Firmware>();
        if (samples < 0)
        {
            return FirmwareStatus.Argument;
        }

        if (firmware.Tone is not { } tone)
        {
            return FirmwareStatus.Microphone;
        }

        var heard = new short[Math.Min(samples, board.Microphone.Available)];
        board.Microphone.Take(heard);
        tone.Push(heard);
        firmware.ChargeCall(board);
        firmware.Charge(board, heard.Length * firmware.Cost.ClocksPerToneSample);
        return heard.Length;
    }

    /// <summary>Reads how much of the tone there was.</summary>
    public static int ReadTone(int[] fields)
    {
        const int Fields = 3;
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Length < Fields)
        {
            return FirmwareStatus.Argument;
        }

        if (EmulatedBoard.Current.Get<Firmware>().Tone is not { } tone || !tone.TryRead(out var reading))
        {
            return FirmwareStatus.NoSound;
        }

        (fields[0], fields[1], fields[2]) = (reading.Level, reading.Ratio, (int)reading.Samples);
        return 0;
    }
}
