using System;

namespace Earshot.Interop;

/// <summary>What the firmware's calls return, and the exceptions that errors become.</summary>
public static class NativeStatus
{
    /// <summary>An argument makes no sense.</summary>
    public const int Argument = -1;

    /// <summary>The arena compiled into the firmware is too small for the model.</summary>
    public const int Memory = -3;

    /// <summary>There is no model at that place.</summary>
    public const int NoModel = -64;

    /// <summary>No model is open.</summary>
    public const int NotOpen = -65;

    /// <summary>The microphone does not run, or runs already.</summary>
    public const int Microphone = -66;

    /// <summary>The microphone cannot sample at that rate.</summary>
    public const int SampleRate = -67;

    /// <summary>The ring does not hold the samples asked for.</summary>
    public const int NoSound = -68;

    /// <summary>The watchdog does not run.</summary>
    public const int Watchdog = -69;

    /// <summary>The microphone's ring, compiled into the firmware, does not hold a hop of the model.</summary>
    public const int Ring = -70;

    /// <summary>Returns what is not an error.</summary>
    /// <exception cref="ArgumentException">An argument makes no sense.</exception>
    /// <exception cref="InvalidOperationException">Everything else; the message says what.</exception>
    public static int Check(int result)
    {
        if (result >= 0)
        {
            return result;
        }

        if (result == Argument)
        {
            throw new ArgumentException("The native module rejects the argument.");
        }

        throw new InvalidOperationException(Describe(result));
    }

    private static string Describe(int status)
    {
        switch (status)
        {
            case Memory:
                return "The firmware's arena (EARSHOT_ARENA_BYTES) is too small for the model.";
            case Ring:
                return "The firmware's ring (EARSHOT_RING_SAMPLES) is too small for the model.";
            case NoModel:
                return "There is no model.";
            case NotOpen:
                return "No model is open.";
            case Microphone:
                return "The microphone is not in the right state.";
            case SampleRate:
                return "The microphone cannot sample at that rate.";
            case NoSound:
                return "The sound is not there yet.";
            case Watchdog:
                return "The watchdog does not run.";
            default:
                return "The model pack is rejected with status " + status.ToString() + ".";
        }
    }
}
