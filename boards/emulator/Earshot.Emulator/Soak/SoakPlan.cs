using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Soak;

/// <summary>What a soak's folder was begun with: it goes on with nothing else, so that its nodes belong together.</summary>
/// <param name="Hours">Virtual hours of all nodes together.</param>
/// <param name="NodeHours">Virtual hours of each node; the last one's may be fewer.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Board">Target of the board.</param>
/// <param name="Model">SHA-256 of the pack, in hexadecimal.</param>
/// <param name="Listen">Seconds of a listening window.</param>
/// <param name="Every">Seconds from one window to the next.</param>
/// <param name="Loss">Chance that a frame is lost.</param>
/// <param name="Faults">Faults a day.</param>
/// <param name="BrownOutsPerWrite">Brown-outs while the flash is written, for each message.</param>
/// <param name="BrownOutsPerDelivery">Brown-outs just after a delivery, for each uplink.</param>
/// <param name="Downlinks">Downlinks a day.</param>
public sealed record SoakPlan(
    double Hours,
    double NodeHours,
    int Seed,
    string Board,
    string Model,
    int Listen,
    int Every,
    double Loss,
    RandomFaultsEntry Faults,
    double BrownOutsPerWrite,
    double BrownOutsPerDelivery,
    double Downlinks)
{
    /// <summary>How many nodes it takes.</summary>
    public int Nodes => (int)Math.Ceiling(Hours / NodeHours);

    /// <summary>The plan of settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="hours">Virtual hours of all nodes together.</param>
    public static SoakPlan Of(SoakSettings settings, double hours) => new(
        hours,
        settings.NodeTime.TotalHours,
        settings.Seed,
        settings.Board.Target,
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(settings.Model.Span)),
        settings.Listen,
        settings.Every,
        settings.Loss,
        settings.Faults,
        settings.BrownOutsPerWrite,
        settings.BrownOutsPerDelivery,
        settings.Downlinks);

    /// <summary>Virtual time of a node.</summary>
    /// <param name="node">Its number, from 0.</param>
    public TimeSpan TimeOf(int node) => TimeSpan.FromHours(Math.Min(NodeHours, Hours - (node * NodeHours)));
}
