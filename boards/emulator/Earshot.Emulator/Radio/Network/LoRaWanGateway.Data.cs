using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <content>Data frames: what the network server does with them.</content>
public sealed partial class LoRaWanGateway
{
    private const int MostOptions = 15;

    private LoraAnswer? Take(LoraTransmission transmission, out ReceivedUplink? accepted)
    {
        accepted = null;
        var address = DataFrame.AddressOf(transmission.Bytes, isUplink: true);
        var device = _devices.Values.FirstOrDefault(known => known.Keys is not null && known.DevAddr == address);
        var frame = device is null ? null : Read(device, transmission);
        if (device is null || frame is null)
        {
            RejectedFrames++;
            return null;
        }

        var uplink = Describe(device, frame, transmission);
        if (frame.Counter < device.NextUplink)
        {
            _duplicates.Add(uplink);
        }
        else
        {
            device.NextUplink = frame.Counter + 1;
            device.AddSnr(uplink.Snr);
            _uplinks.Add(uplink);
            accepted = uplink;
        }

        return Answer(device, frame, transmission, uplink);
    }

    private static DataFrame? Read(NetworkDevice device, LoraTransmission transmission)
    {
        var last = device.NextUplink > 0 ? device.NextUplink - 1 : 0;
        return DataFrame.TryRead(device.Keys!, transmission.Bytes, isUplink: true, device.NextUplink)
            ?? DataFrame.TryRead(device.Keys!, transmission.Bytes, isUplink: true, last);
    }

    private static ReceivedUplink Describe(NetworkDevice device, DataFrame frame, LoraTransmission transmission) => new()
    {
        DevEui = device.DevEui,
        Counter = frame.Counter,
        Port = frame.Port,
        Bytes = frame.Payload,
        Time = VirtualTime.ToTimeSpan(transmission.End),
        IsConfirmed = frame.IsConfirmed,
        DataRate = transmission.DataRate.Index,
        Rssi = transmission.Rssi,
        Snr = transmission.Rssi - LinkBudget.NoiseFloor,
    };

    private LoraAnswer? Answer(NetworkDevice device, DataFrame frame, LoraTransmission transmission, ReceivedUplink uplink)
    {
        var options = Commands(device, frame, transmission, uplink);
        var hasMessage = device.Downlinks.TryDequeue(out var message);
        if (!frame.IsConfirmed && !frame.AsksForSign && !hasMessage && options.Count == 0)
        {
            return null;
        }

        var payload = message?.Bytes ?? [];
        if (message?.Fault == DownlinkFault.Content && payload.Length > 0)
        {
            payload = [.. payload];
            payload[device.NextDownlink % payload.Length] ^= 0x04;
        }

        var downlink = new DataFrame
        {
            IsUplink = false,
            DevAddr = device.DevAddr,
            Counter = device.NextDownlink++,
            IsAdaptive = frame.IsAdaptive,
            Acknowledges = frame.IsConfirmed,
            HasMore = device.Downlinks.Count > 0,
            Options = [.. options],
            Port = message?.Port ?? -1,
            Payload = payload,
        };
        return Send(device, transmission, downlink.Write(device.Keys!), message?.Fault ?? DownlinkFault.None);
    }

    private List<byte> Commands(NetworkDevice device, DataFrame frame, LoraTransmission transmission, ReceivedUplink uplink)
    {
        var answers = new List<byte>();
        var at = 0;
        while (at < frame.Options.Length && MacCommands.ArgumentsOf(frame.Options[at], isUplink: true) is var length and >= 0)
        {
            switch (frame.Options[at])
            {
                case MacCommands.LinkCheck:
                    var margin = Math.Clamp(uplink.Snr - transmission.DataRate.RequiredSnr, 0, 254);
                    answers.AddRange([MacCommands.LinkCheck, (byte)margin, 1]);
                    break;
                case MacCommands.DeviceTime:
                    // The time of the uplink's end (LoRaWAN 1.0.3 §5.10).
                    answers.AddRange(MacCommands.DeviceTimeAnswer(_settings.Start + VirtualTime.ToTimeSpan(transmission.End)));
                    break;
            }

            at += 1 + length;
        }

        if (_settings.UsesAdr && frame.IsAdaptive && answers.Count <= MostOptions - 5
            && device.Adapt(transmission.DataRate, _settings.AdrMargin) is { } command)
        {
            answers.AddRange(command);
        }

        return answers;
    }
}
