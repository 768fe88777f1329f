using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios.Radio;

/// <summary>A receiver of the serial radio's lines on the other end of every serial port.</summary>
internal sealed class SerialScenarioRadio(DateTime powerOn) : ScenarioRadio(powerOn)
{
    private SerialReceiver? _lines;
    private bool _isOut;

    /// <inheritdoc/>
    public override int Rejected => _lines?.RejectedLines ?? 0;

    /// <inheritdoc/>
    public override void Wire(EmulatedBoard board)
    {
        _lines = new SerialReceiver(Receiver);
        foreach (var uart in board.Uarts.Values)
        {
            var recorder = new UartRecorder();
            recorder.Received += Receive;
            uart.Connect(recorder);
        }
    }

    /// <inheritdoc/>
    public override void BeginOutage(TimeSpan now, TimeSpan until) => _isOut = true;

    /// <inheritdoc/>
    public override void EndOutage() => _isOut = false;

    private void Receive(UartTransfer transfer)
    {
        Tell(new RadioNote(transfer.Time / (double)VirtualTime.Second, transfer.Bytes.Length, !_isOut));
        if (!_isOut)
        {
            _lines!.Receive(transfer.Bytes, VirtualTime.ToTimeSpan(transfer.Time));
        }
    }
}
