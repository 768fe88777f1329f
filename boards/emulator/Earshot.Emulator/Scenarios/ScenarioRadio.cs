using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios;

/// <summary>A receiver on the other end of every serial port, which faults can make deaf.</summary>
internal sealed class ScenarioRadio(DateTime powerOn)
{
    /// <summary>What it makes of what it hears.</summary>
    public SerialReceiver Receiver { get; } = new(powerOn);

    /// <summary>Whether nothing gets through.</summary>
    public bool IsOut { get; set; }

    /// <summary>Bytes that were sent while nothing got through.</summary>
    public long UnheardBytes { get; private set; }

    /// <summary>Raised for what the board sends, with whether it was heard.</summary>
    public event Action<UartTransfer, bool>? Sent;

    /// <summary>Connects it to every port.</summary>
    public void Wire(EmulatedBoard board)
    {
        foreach (var uart in board.Uarts.Values)
        {
            var recorder = new UartRecorder();
            recorder.Received += Receive;
            uart.Connect(recorder);
        }
    }

    private void Receive(UartTransfer transfer)
    {
        Sent?.Invoke(transfer, !IsOut);
        if (IsOut)
        {
            UnheardBytes += transfer.Bytes.Length;
        }
        else
        {
            Receiver.Receive(transfer.Bytes, VirtualTime.ToTimeSpan(transfer.Time));
        }
    }
}
