using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Scenarios.Radio;

namespace Earshot.Emulator.Scenarios;

/// <summary>A board with what is around it, as faults see it.</summary>
/// <param name="Board">The board.</param>
/// <param name="Radio">What carries its messages.</param>
/// <param name="DeployedModel">The model pack in the deployment region; faults change it in place.</param>
internal sealed record ScenarioWorld(EmulatedBoard Board, ScenarioRadio Radio, byte[] DeployedModel)
{
    /// <summary>The time server; null when there is none.</summary>
    public TimeServer? TimeServer { get; init; }

    /// <summary>The LoRaWAN gateway.</summary>
    /// <exception cref="InvalidOperationException">The radio is another one, which the check of the scenario should have found.</exception>
    public LoRaWanGateway Gateway => (Radio as LoRaWanScenarioRadio)?.Gateway
        ?? throw new InvalidOperationException("The scenario's radio is not LoRaWAN.");
}
