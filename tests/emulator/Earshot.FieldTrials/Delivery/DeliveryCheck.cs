using Earshot.Emulator.Radio;
using Earshot.Payload;
using Uplink = Earshot.Payload.Uplink;

namespace Earshot.FieldTrials.Delivery;

/// <summary>Finds in what the network server got whether anything was lost, doubled, mixed up or forgotten.</summary>
public static class DeliveryCheck
{
    /// <summary>Looks through the uplinks of one node.</summary>
    /// <param name="gateway">The gateway; it has heard no other node.</param>
    public static DeliveryFindings Of(LoRaWanGateway gateway)
    {
        var arrived = gateway.Uplinks.Where(uplink => uplink.Port > 0)
            .Select(uplink => (Uplink: UplinkDecoder.Decode(uplink.Bytes)
                ?? throw new InvalidDataException($"{Convert.ToHexString(uplink.Bytes)} is no uplink."), Text: Convert.ToHexString(uplink.Bytes)))
            .ToList();
        var byNumber = arrived.GroupBy(message => message.Uplink.Sequence).ToDictionary(group => group.Key, group => group.ToList());
        var first = byNumber.Keys.ToList();
        var highest = first.Count == 0 ? -1 : first.Max();
        return new DeliveryFindings
        {
            Messages = byNumber.Count,
            Repeated = byNumber.Values.Sum(group => group.Count - 1),
            Missing = [.. Enumerable.Range(0, highest + 1).Where(number => !byNumber.ContainsKey(number))],
            Conflicting = [.. byNumber.Where(group => group.Value.DistinctBy(message => message.Text).Count() > 1)
                .Select(group => $"{group.Key}: {string.Join(" and ", group.Value.Select(message => message.Text).Distinct())}")],
            OutOfOrder = [.. first.Where((number, index) => index > 0 && number < first.Take(index).Max())],
            Gaps = [.. Gaps(arrived.Select(message => message.Uplink))],
            ForgottenSettings = [.. Forgotten(arrived.Select(message => message.Uplink))],
        };
    }

    private static IEnumerable<double> Gaps(IEnumerable<Uplink> uplinks)
    {
        var periods = uplinks.OfType<LevelsUplink>().Where(levels => levels.Time is not null).DistinctBy(levels => levels.Sequence).ToList();
        for (var index = 1; index < periods.Count; index++)
        {
            var gap = (periods[index].Time!.Value - periods[index - 1].Time!.Value).TotalMinutes - periods[index - 1].Minutes;
            if (gap != 0)
            {
                yield return gap;
            }
        }
    }

    private static IEnumerable<int> Forgotten(IEnumerable<Uplink> uplinks)
    {
        var acknowledged = 0;
        foreach (var uplink in uplinks)
        {
            switch (uplink)
            {
                case SettingsUplink { Result: "applied" } settings:
                    acknowledged = Math.Max(acknowledged, settings.Revision);
                    break;
                case StatusUplink status when status.SettingsRevision < acknowledged || status.SettingsAreDefaults:
                    yield return acknowledged;
                    break;
            }
        }
    }
}
