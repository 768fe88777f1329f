using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>The command interpreter of a modem's firmware.</summary>
internal abstract class AtFront(LoRaWanModemModel modem)
{
    private ModemClock? _clock;

    /// <summary>Bits a second from the factory.</summary>
    public abstract int BaudRate { get; }

    /// <summary>How many bytes that arrive while it sleeps only wake it.</summary>
    public abstract int BytesLostOnWaking { get; }

    protected LoRaWanModemModel Modem => modem;

    protected EndDevice Device => modem.Device;

    protected ModemClock Clock => _clock ??= new ModemClock(modem.Scheduler, Epoch);

    /// <summary>What its clock shows when it starts.</summary>
    protected abstract DateTime Epoch { get; }

    /// <summary>Carries out a line.</summary>
    public abstract void Execute(string line);

    /// <summary>It has just been woken by the line.</summary>
    public virtual void Woken()
    {
    }

    /// <summary>It has been reset; what it does not keep is gone.</summary>
    public virtual void Restarted() => Clock.Reset();

    /// <summary>It has started and takes commands.</summary>
    public virtual void Ready()
    {
    }

    protected static bool TryParseHex(string text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        bytes = Convert.FromHexString(text);
        return true;
    }

    protected bool TrySetEui(string text, bool isDevice)
    {
        if (text.Length != 16 || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var number = LoRaWanGateway.ParseEui(text);
        if (isDevice)
        {
            Device.DevEui = number;
        }
        else
        {
            Device.JoinEui = number;
        }

        return true;
    }

    protected bool TrySetKey(string text)
    {
        if (text.Length != 32 || !TryParseHex(text, out var key))
        {
            return false;
        }

        Device.AppKey = key;
        return true;
    }

    /// <summary>Milliseconds, rounded up.</summary>
    protected static long Milliseconds(long nanoseconds) => (nanoseconds + VirtualTime.Millisecond - 1) / VirtualTime.Millisecond;
}
