namespace Earshot.Delivery.Tests;

public sealed class PeriodSummaryTests
{
    private const int FullScale = 120;

    [Fact]
    public void LevelsAreThoseOfAllHops()
    {
        var random = new Random(9);
        for (var round = 0; round < 30; round++)
        {
            var summary = new PeriodSummary(3, FullScale);
            var levels = new double[random.Next(1, 40000)];
            var spread = random.Next(1, 60);
            for (var index = 0; index < levels.Length; index++)
            {
                levels[index] = 30 + (random.NextDouble() * spread);
                summary.AddLevel((int)Math.Round((levels[index] - FullScale) * 256));
            }

            var message = new LevelsMessage();
            summary.Read(message);
            Array.Sort(levels);
            var energy = 10 * Math.Log10(levels.Average(level => Math.Pow(10, level / 10)));
            Assert.Equal(energy, message.Average / 2.0, 0.51);
            Assert.Equal(levels[^(1 + (levels.Length / 10))], message.Exceeded10 / 2.0, 0.26);
            Assert.Equal(levels[levels.Length / 10], message.Exceeded90 / 2.0, 0.26);
            Assert.Equal(levels[^1], message.Maximum / 2.0, 0.26);
            Assert.True(message.Exceeded90 <= message.Exceeded10 && message.Exceeded10 <= message.Maximum);
        }
    }

    [Fact]
    public void ALongPeriodOverflowsNothing()
    {
        var summary = new PeriodSummary(1, FullScale);
        for (var hop = 0; hop < 300_000; hop++)
        {
            summary.AddLevel((hop % 4 == 0 ? -20 : -40) * 256);
        }

        var message = new LevelsMessage();
        summary.Read(message);
        // A quarter of the time 100 dB, else 80 dB: 10 lg (0.25 · 10^10 + 0.75 · 10^8) = 94.1 dB.
        Assert.Equal((188, 200, 160, 200), (message.Average, message.Exceeded10, message.Exceeded90, message.Maximum));
    }

    [Fact]
    public void SilenceIsZeroDecibels()
    {
        var summary = new PeriodSummary(1, FullScale);
        summary.AddLevel(short.MinValue);
        var message = new LevelsMessage();
        summary.Read(message);
        Assert.Equal((0, 0, 0, 0), (message.Average, message.Exceeded10, message.Exceeded90, message.Maximum));
    }

    [Fact]
    public void TheLongestClassesComeFirstTwoToAMessage()
    {
        var summary = new PeriodSummary(5, FullScale);
        summary.AddLevel(-60 * 256);
        foreach (var (index, milliseconds) in new[] { (0, 3000), (2, 60000), (-1, 9600), (4, 400), (2, 1000), (3, 20000) })
        {
            summary.AddEvent(new SoundEvent(index, 200, 0, milliseconds, -20 * 256));
        }

        var sent = Send(summary);
        Assert.Equal(3, sent.Count);
        Assert.Equal((77, 15), (LevelsMessage.Read(sent[0], 0, 11).Start, LevelsMessage.Read(sent[0], 0, 11).Minutes));
        var classes = sent.Skip(1).Select(payload => ClassesMessage.Read(payload, 0, 11)).ToList();
        Assert.Equal((2, 62, 3, 20), Seconds(classes[0]));
        Assert.Equal((255, 10, 0, 3), Seconds(classes[1]));
        Assert.True(summary.IsEmpty);
        Assert.Empty(Send(summary));
    }

    [Fact]
    public void OnlyWhatIsAskedForIsSent()
    {
        var summary = new PeriodSummary(5, FullScale);
        summary.AddLevel(-60 * 256);
        summary.AddEvent(new SoundEvent(1, 200, 0, 5000, -20 * 256));
        Assert.Single(Send(summary, levels: false));
        summary.AddLevel(-60 * 256);
        Assert.Single(Send(summary, classes: false));
    }

    [Fact]
    public void RefractoryTimeAndFlagsHoldBackEvents()
    {
        var settings = new NodeSettings();
        settings.Apply(new Payload.ThresholdsDownlink { Revision = 1, Label = 1, On = 0, Off = 0, Refractory = 30 }.Encode());
        var filter = new EventFilter(settings, 3);
        Assert.True(filter.Passes(new SoundEvent(1, 9, 0, 2000, 0), 1000));
        Assert.False(filter.Passes(new SoundEvent(1, 9, 0, 2000, 0), 32999));
        Assert.True(filter.Passes(new SoundEvent(0, 9, 0, 2000, 0), 5000));
        Assert.True(filter.Passes(new SoundEvent(0, 9, 0, 2000, 0), 7000));
        Assert.True(filter.Passes(new SoundEvent(1, 9, 0, 2000, 0), 33000));
        Assert.True(filter.Passes(new SoundEvent(-1, 9, 0, 2000, 0), 33000));
        settings.Apply(new Payload.DetectionDownlink { Revision = 1, Unknown = false }.Encode());
        Assert.False(filter.Passes(new SoundEvent(-1, 9, 0, 2000, 0), 33000));
        settings.Apply(new Payload.DetectionDownlink { Revision = 1, Events = false }.Encode());
        Assert.False(filter.Passes(new SoundEvent(0, 9, 0, 2000, 0), 40000));
    }

    [Fact]
    public void ThresholdsOfADownlinkReplaceTheModels()
    {
        var model = new SoundModel(
            "test",
            [new SoundClass("dog", false, 100, 50, 0), new SoundClass("rain", false, 90, 40, 700)],
            16000, 512, 31, 3, 200, -60 * 256);
        var settings = new NodeSettings();
        settings.Apply(new Payload.ThresholdsDownlink { Revision = 1, Label = 1, On = 0.75, Off = 0.5, MinimumDuration = 0 }.Encode());
        settings.Apply(new Payload.DetectionDownlink { Revision = 2, Smoothing = 1, QuietHold = 2, Longest = 30 }.Encode());
        var tuned = ModelTuning.Apply(model, settings);
        Assert.Equal((100, 50, 0), (tuned.Classes[0].OnThreshold, tuned.Classes[0].OffThreshold, tuned.Classes[0].MinimumDuration));
        Assert.Equal((192, 128, 700), (tuned.Classes[1].OnThreshold, tuned.Classes[1].OffThreshold, tuned.Classes[1].MinimumDuration));
        Assert.Equal((1000, model.DecisionInterval, model.Window), (tuned.Smoothing, tuned.DecisionInterval, tuned.Window));
        Assert.Equal((2000, 30000), (ModelTuning.Detection(settings).QuietHold, ModelTuning.Detection(settings).MaximumDuration));
    }

    private static List<byte[]> Send(PeriodSummary summary, bool levels = true, bool classes = true)
    {
        var queue = new LabelQueue(new MemoryRecordStore(0, LabelQueue.RecordLength), new MemoryRecordStore(0, LabelQueue.MarkLength));
        summary.Send(queue, true, 77, 15, levels, classes);
        List<byte[]> sent = [];
        for (var payload = new byte[11]; queue.TryPeek(payload); queue.Remove())
        {
            sent.Add((byte[])payload.Clone());
        }

        return sent;
    }

    private static (int, int, int, int) Seconds(ClassesMessage message) =>
        (message.FirstLabel, CompactNumber.Decode(message.FirstTime), message.SecondLabel, CompactNumber.Decode(message.SecondTime));
}
