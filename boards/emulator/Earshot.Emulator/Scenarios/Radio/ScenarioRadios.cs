using Earshot.Emulator.Radio;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Scenarios.Radio;

/// <summary>Makes a scenario's radio, and flashes the settings that go with it.</summary>
internal static class ScenarioRadios
{
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
            var identity = new LoRaWanIdentity(LoRaWanIdentity.Device(SeededDraw.Bits(seed, 0, 1) & 0xFFFFFF), LoRaWanIdentity.DrawKey(seed, 0, 2));
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
            var device = gateway.Add(identity.DevEui, LoRaWanIdentity.JoinEui, identity.AppKey, new LinkBudget(entry.PathLoss, entry.Fading));
            radio = new LoRaWanScenarioRadio(gateway, entry.Kind, entry.Port, scenario.PowerOn) { Device = device };
            identity.Apply(settings, entry.Kind);
            settings.RadioPort = entry.Port[^1] - '0';
        }

        foreach (var change in scenario.Settings)
        {
            settings.Apply(change.ToDownlink().Encode());
        }

        if (scenario.Radio is not null || scenario.Settings.Count > 0)
        {
            NodeSettingsFile.Write(storage, settings);
        }

        return radio;
    }
}
