namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Something that goes wrong at a board and, unless it happens in an instant, ends.</summary>
internal interface IFault
{
    /// <summary>It begins. Called as an event of virtual time, or before power-on for one that begins with it.</summary>
    void Begin(ScenarioWorld world);

    /// <summary>It ends.</summary>
    void End(ScenarioWorld world);
}
