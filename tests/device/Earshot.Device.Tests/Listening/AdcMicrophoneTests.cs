using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Listening;

/// <summary>The microphone read sample by sample. Somebody plays 1 kHz to it for two seconds of every four.</summary>
[TestClass]
public class AdcMicrophoneTests
{
    // The microphone's pin in the firmware's list of channels.
    private const int Channel = 0;
    private const int Period = 4000;
    // Far below the tone, far above the steps of the converter.
    private const int Threshold = -50 * 256;
    private const int Interval = 20;

    [TestMethod]
    public void TheLevelIsThatOfTheDma()
    {
        WaitForTone();
        int level;
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            level = microphone.MeasureLevel(2048);
        }

        using (DmaMicrophone microphone = new DmaMicrophone(16000))
        {
            microphone.Start();
            ToneResult tone = microphone.ListenForTone(1000, 250);
            Assert.IsTrue(tone.IsHeard);
            int difference = level - tone.Level;
            Assert.IsTrue(difference > -256 && difference < 256);
        }
    }

    [TestMethod]
    public void SilenceHasNoLevel()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            WaitForSilence(microphone);
            Assert.AreEqual(LevelAverage.Floor, microphone.MeasureLevel());
            Assert.AreEqual(LevelAverage.Floor, microphone.MeasureLevel(2));
        }
    }

    [TestMethod]
    public void SoundEndsTheWait()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            WaitForSilence(microphone);
            Assert.IsTrue(microphone.WaitForSound(Threshold, Interval, Period));
            Assert.IsTrue(microphone.MeasureLevel() >= Threshold);
            // It is there already: nobody waits.
            Assert.IsTrue(microphone.WaitForSound(Threshold, Interval, 0));
        }
    }

    [TestMethod]
    public void TimeEndsTheWait()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            WaitForSilence(microphone);
            DateTime begun = DateTime.UtcNow;
            Assert.IsFalse(microphone.WaitForSound(Threshold, Interval, 200));
            long waited = (DateTime.UtcNow - begun).Ticks / 10000;
            Assert.IsTrue(waited >= 200 && waited < 1000);
        }
    }

    [TestMethod]
    public void OtherThreadsRunMeanwhile()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            WaitForSilence(microphone);
            bool hasRun = false;
            new Thread(() => hasRun = true).Start();
            Assert.IsFalse(microphone.WaitForSound(Threshold, Interval, 100));
            Assert.IsTrue(hasRun);
        }
    }

    [TestMethod]
    public void TooFewAndTooManySamplesAreRefused()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => microphone.MeasureLevel(1));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => microphone.MeasureLevel(4097));
            Assert.IsTrue(microphone.MeasureLevel(4096) <= 0);
        }
    }

    [TestMethod]
    public void ThereIsNoSuchChannel()
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new AdcMicrophone(99));
    }

    private static void WaitForTone()
    {
        using (AdcMicrophone microphone = new AdcMicrophone(Channel))
        {
            // From its beginning, so that it lasts.
            WaitForSilence(microphone);
            Assert.IsTrue(microphone.WaitForSound(Threshold, Interval, Period));
        }
    }

    // Half of a cycle is silent; from its beginning, so that it lasts.
    private static void WaitForSilence(AdcMicrophone microphone)
    {
        Assert.IsTrue(microphone.WaitForSound(Threshold, Interval, Period));
        for (int waited = 0; microphone.MeasureLevel() >= Threshold; waited += Interval)
        {
            Assert.IsTrue(waited < Period);
            Thread.Sleep(Interval);
        }
    }
}
