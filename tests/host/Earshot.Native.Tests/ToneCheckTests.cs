namespace Earshot.Native.Tests;

/// <summary>The tone check through its managed face.</summary>
public sealed class ToneCheckTests
{
    [Fact]
    public void A_tone_is_heard_at_its_level_and_no_other_is()
    {
        var sound = new short[8000];
        for (var index = 0; index < sound.Length; index++)
        {
            sound[index] = (short)Math.Round(3276.7 * Math.Sin(2 * Math.PI * 1000 / 16000 * index));
        }

        Assert.True(Listen(1000, sound, out var heard));
        Assert.Equal(8000u, heard.Samples);
        Assert.InRange(heard.Level, (-20 * 256) - 64, (-20 * 256) + 64);
        Assert.True(heard.Ratio > 30 * 256);
        Assert.True(Listen(1300, sound, out var other));
        Assert.True(other.Ratio < -10 * 256);
    }

    [Fact]
    public void Before_the_first_sample_there_is_nothing_to_say() => Assert.False(Listen(1000, [], out _));

    [Theory]
    [InlineData(0)]
    [InlineData(8001)]
    [InlineData(-1)]
    public void Frequencies_that_cannot_be_are_refused(int frequency) =>
        Assert.Throws<EarshotException>(() => new ToneCheck(frequency, 16000));

    private static bool Listen(int frequency, short[] sound, out ToneReading reading)
    {
        var check = new ToneCheck(frequency, 16000);
        check.Push(sound);
        return check.TryRead(out reading);
    }
}
