using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Numerics;
using Earshot.Payload;

namespace Earshot.Emulator.Soak;

/// <summary>Sends a node settings at random times: right ones, some that are damaged on the way, and noise.</summary>
internal sealed class SoakDownlinks(SoakSettings settings, int seed)
{
    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, int> _sent = new(StringComparer.Ordinal);
    private int _revision;

    /// <summary>What was sent, by kind.</summary>
    public IReadOnlyDictionary<string, int> Faults => _sent;

    /// <summary>Queues downlinks until a time.</summary>
    public void Arrange(EmulatedBoard board, LoRaWanGateway gateway, ulong device, TimeSpan until)
    {
        if (settings.Downlinks <= 0)
        {
            return;
        }

        for (var time = Pause(); time < until; time += Pause())
        {
            var (name, bytes, fault) = Draw();
            board.Scheduler.ScheduleAt(VirtualTime.From(time), () =>
            {
                _sent[name] = _sent.GetValueOrDefault(name) + 1;
                gateway.Enqueue(device, NodeDownlink.Port, bytes, fault);
            });
        }
    }

    private TimeSpan Pause() => TimeSpan.FromDays(-PortableMath.Log(1 - _random.NextDouble()) / settings.Downlinks);

    private (string Name, byte[] Bytes, DownlinkFault Fault) Draw()
    {
        _revision = (_revision + 1) % 256;
        switch (_random.Next(6))
        {
            case 0:
                var noise = new byte[_random.Next(1, 20)];
                _random.NextBytes(noise);
                // A command is not noise: one may ask for a restart.
                noise[0] = (byte)((noise[0] & 0xF1) | 0x0E);
                return ("downlink of noise", noise, DownlinkFault.None);
            case 1:
                return ("downlink damaged on the air", Right(), DownlinkFault.OnAir);
            case 2:
                return ("downlink with wrong content", Thresholds(), DownlinkFault.Content);
            case 3:
                return ("restart by downlink", new CommandDownlink { Revision = _revision, Command = NodeCommand.Restart }.Encode(), DownlinkFault.None);
            default:
                return ("downlink", Right(), DownlinkFault.None);
        }
    }

    private byte[] Right() => _random.Next(3) switch
    {
        0 => Thresholds(),
        1 => new DetectionDownlink { Revision = _revision, QuietHold = _random.Next(3, 9) / 10.0 }.Encode(),
        _ => new CommandDownlink { Revision = _revision, Command = NodeCommand.SendStatus }.Encode(),
    };

    private byte[] Thresholds() => new ThresholdsDownlink { Revision = _revision, On = 0.5, Off = 0.25, MinimumDuration = _random.Next(1, 4) / 10.0 }.Encode();
}
