using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Scenarios.Radio;

/// <summary>A LoRaWAN modem on a serial port of the board, and the gateway that hears it.</summary>
/// <param name="gateway">The gateway, which knows the device.</param>
/// <param name="kind">The modem.</param>
/// <param name="port">The serial port.</param>
/// <param name="powerOn">What the calendar clock shows at power-on.</param>
internal sealed class LoRaWanScenarioRadio(LoRaWanGateway gateway, ModemKind kind, string port, DateTime powerOn) : ScenarioRadio(powerOn)
{
    private readonly List<ReceivedUplink> _uplinks = [];

    /// <summary>The gateway.</summary>
    public LoRaWanGateway Gateway => gateway;

    /// <summary>The device's DevEUI, for downlinks.</summary>
    public required ulong Device { get; init; }

    /// <summary>The modem, once it is wired.</summary>
    public LoRaWanModemModel? Modem { get; private set; }

    /// <summary>Every frame that the network server took, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedUplink> Uplinks => _uplinks;

    /// <summary>Names of the model's classes in its order, as the device is registered with; empty when they are not known.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <inheritdoc/>
    public override int Rejected => gateway.RejectedFrames + Unreadable;

    private int Unreadable { get; set; }

    /// <inheritdoc/>
    public override void Wire(EmulatedBoard board)
    {
        Modem = new LoRaWanModemModel(board, gateway, kind);
        board.Uarts[port].Connect(Modem);
        gateway.Received += Receive;
        gateway.Transmitted += (end, bytes, isHeard) => Tell(new RadioNote(end / (double)VirtualTime.Second, bytes, isHeard));
    }

    /// <inheritdoc/>
    public override void BeginOutage(TimeSpan now, TimeSpan until) =>
        gateway.AddOutage(now, until == TimeSpan.MaxValue ? now + TimeSpan.FromDays(3650) : until);

    /// <inheritdoc/>
    public override void EndOutage()
    {
        // The gateway knew the end from the beginning: a frame that is under way then is not heard either.
    }

    private void Receive(ReceivedUplink uplink)
    {
        _uplinks.Add(uplink);
        // A frame without a port carries no message: it answers the network's commands.
        if (uplink.Port > 0 && !Receiver.TryReceive(uplink.Bytes, Labels, uplink.Time))
        {
            Unreadable++;
        }
    }
}
