using System.Globalization;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Storage;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios.Radio;

/// <summary>Makes a scenario's radio, and flashes the settings that go with it.</summary>
internal static class ScenarioRadios
{
    private const string JoinEui = "70B3D57ED0000001";

    /// <summary>Makes the radio.</summary>
    /// <param name="scenario">The scenario, checked.</param>
    /// <param name="storage">Receives the settings of Earshot's node.</param>
    public static ScenarioRadio Create(ScenarioConfiguration scenario, FlashStorage storage)
    {
        var settings = new NodeSettings();
        ScenarioRadio radio = new SerialScenarioRadio(scenario.PowerOn);
        if (scenario.Radio is { } entry)
        {
            var seed = (ulong)(uint)scenario.Seed;
            var devEui = (0x70B3D57ED0000000UL | (SeededDraw.Bits(seed, 0, 1) & 0xFFFFFF)).ToString("X16", CultureInfo.InvariantCulture);
            // The key protects nothing: it is known to the emulated network alone.
            var key = string.Concat(new[] { 2UL, 3UL }.Select(half => SeededDraw.Bits(seed, 0, half).ToString("X16", CultureInfo.InvariantCulture)));
            var gateway = new LoRaWanGateway(new LoRaWanGatewaySettings
            {
                Seed = seed,
                LossProbability = entry.Loss,
                Start = scenario.PowerOn,
                AdrMargin = entry.AdrMargin,
                UsesAdr = entry.Adr,
                AnswerWindow = entry.AnswerWindow,
            })
            { RefusesJoins = entry.RefusesJoins };
            var device = gateway.Add(devEui, JoinEui, key, new LinkBudget(entry.PathLoss, entry.Fading));
            radio = new LoRaWanScenarioRadio(gateway, entry.Kind, entry.Port, scenario.PowerOn) { Device = device };
            settings.Radio = entry.Kind == ModemKind.Rak3172 ? RadioKind.Rak3172 : RadioKind.LoRaE5;
            settings.RadioPort = entry.Port[^1] - '0';
            settings.SetCredentials(Convert.FromHexString(devEui), Convert.FromHexString(JoinEui), Convert.FromHexString(key));
        }

        foreach (var change in scenario.Settings)
        {
            settings.Apply(change.ToDownlink().Encode());
        }

        if (scenario.Radio is not null || scenario.Settings.Count > 0)
        {
            var record = new byte[NodeSettings.Length];
            settings.Write(record);
            storage.Files.WriteFile(@"\settings0", record);
        }

        return radio;
    }
}
