using Earshot.Emulator.Boards;
using Earshot.FieldTrials.Nodes;
using Earshot.FieldTrials.Power;
using Earshot.Payload;

namespace Earshot.Emulator.Tests.FieldTrials;

/// <summary>The first half hour of the week whose average current is stated.</summary>
public sealed class WeekTests
{
    [Fact]
    public void TenSecondsOfEachMinuteDrawNoMoreThanTheLimit()
    {
        using var node = WeekTrial.Begin(new FieldNodeSettings
        {
            DeployedModel = TrialModel.Bytes,
            Cost = TrialModel.Cost,
            Sound = StreetSound.Begin(TimeSpan.FromSeconds(45), seed: 1),
        });
        var result = WeekTrial.Run(node, TimeSpan.FromMinutes(31));
        Assert.InRange(result.Power.AverageAmperes!.Value, 0.5e-3, WeekTrial.Limit);
        double Share(string component, string state) =>
            result.Power.States.Single(use => use.Component == component && use.State == state).Time / result.Duration;
        Assert.InRange(Share("mcu", "stop"), 0.8, 0.84);
        Assert.InRange(Share("mcu", "run"), 0.001, 0.05);
        Assert.Equal(1 / 6.0, Share("microphone", "listening"), 0.01);
        Assert.Equal(1 / 6.0, Share("capture", "listening"), 0.01);
        Assert.InRange(Share("radio", "transmit"), 1e-5, 0.01);
        Assert.Equal(2, node.Uplinks.OfType<LevelsUplink>().Count());
        Assert.Equal(TimeSpan.Zero, result.LostSound);
    }

    [Fact]
    public void AnUnknownCurrentIsNamed()
    {
        using var node = new FieldNode(new FieldNodeSettings { Board = "ST_NUCLEO144_F767ZI", DeployedModel = TrialModel.Bytes });
        var error = Assert.Throws<InputException>(() => WeekTrial.Run(node, TimeSpan.FromSeconds(2)));
        Assert.Contains("field currents.run is missing", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("run", BoardCatalog.Find("ST_NUCLEO144_F767ZI").Currents.Keys);
    }
}
