namespace Earshot.Emulator.Radio;

/// <summary>A join request that the gateway has heard.</summary>
/// <param name="DevEui">The device.</param>
/// <param name="Time">When it was on the air.</param>
/// <param name="Outcome">What the network did with it.</param>
public sealed record JoinAttempt(ulong DevEui, TimeSpan Time, JoinOutcome Outcome);
