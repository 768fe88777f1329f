using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Payload;
using Earshot.Yaml;

namespace Earshot.Emulator.Scenarios.Expectations;

/// <summary>Judges the numbers of messages that have arrived.</summary>
/// <param name="place">Where the expectation stands.</param>
/// <param name="order">What is expected.</param>
/// <param name="within">The time that counts, for people.</param>
/// <param name="end">Its end.</param>
internal sealed class DeliveryJudge(string place, DeliveryOrder order, string within, TimeSpan end)
{
    /// <summary>The verdict on messages in the order of their arrival.</summary>
    public Verdict Judge(IEnumerable<ReceivedUplink> uplinks)
    {
        var expected = $"messages {ConfigurationKeys.Name(order.ToString())} {within}";
        int? last = null;
        var count = 0;
        foreach (var uplink in uplinks)
        {
            var number = uplink.Uplink.Sequence;
            // Numbers go on at 0 after 65535.
            var step = last is { } before ? (short)(number - before) : 1;
            var wrong = step < 0 ? $"number {number} came after {last}"
                : step == 0 && order != DeliveryOrder.InOrder ? $"number {number} came twice"
                : step > 1 && order == DeliveryOrder.Complete ? $"number {number} came after {last}: {step - 1} are missing"
                : null;
            if (wrong is not null)
            {
                return new Verdict(place, expected, false, uplink.Received, wrong);
            }

            last = number;
            count++;
        }

        return new Verdict(place, expected, true, end, FormattableString.Invariant($"{count} came"));
    }
}
