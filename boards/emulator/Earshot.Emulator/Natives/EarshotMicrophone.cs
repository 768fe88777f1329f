using Earshot.Emulator.Loading;
using Earshot.Emulator.Runtime.Threading;

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
}
