using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Listening;

/// <summary>What the microphone says of itself. Somebody plays 1 kHz to it all the time.</summary>
[TestClass]
public class MicrophoneTests
{
    private const int Frequency = 1000;

    [TestMethod]
    public void TheToneIsHeard()
    {
        using (DmaMicrophone microphone = new DmaMicrophone(16000))
        {
            microphone.Start();
            ToneResult result = microphone.ListenForTone(Frequency, 500);
            Assert.IsTrue(result.IsHeard);
            Assert.AreEqual(8000, result.Samples);
            Assert.IsTrue(result.Level > -40 * 256 && result.Level < 0);
            Assert.AreEqual(500L, microphone.Position);
        }
    }

    [TestMethod]
    public void AnotherToneIsNotHeard()
    {
        using (DmaMicrophone microphone = new DmaMicrophone(16000))
        {
            microphone.Start();
            ToneResult result = microphone.ListenForTone(Frequency + 300, 500);
            Assert.IsFalse(result.IsHeard);
            Assert.AreEqual(8000, result.Samples);
        }
    }

    [TestMethod]
    public void StatisticsComeWithTheNextBlock()
    {
        using (DmaMicrophone microphone = new DmaMicrophone(16000))
        {
            MicrophoneStatistics statistics = new MicrophoneStatistics();
            microphone.Start();
            Assert.IsFalse(microphone.TryReadStatistics(statistics));
            Assert.AreEqual(0, statistics.Samples);
            Thread.Sleep(100);
            Assert.IsTrue(microphone.TryReadStatistics(statistics));
            Thread.Sleep(1000);
            Assert.IsTrue(microphone.TryReadStatistics(statistics));
            Assert.IsTrue(statistics.Samples > 0);
            Assert.IsFalse(statistics.IsSilent);
            Assert.AreEqual(0, statistics.Clipped);
            Assert.IsTrue(statistics.Minimum < -1000 && statistics.Maximum > 1000);
            Assert.IsTrue(statistics.Level > -40 * 256 && statistics.Level < 0);
        }
    }

    [TestMethod]
    public void AMicrophoneThatDoesNotRunSaysNothing()
    {
        DmaMicrophone microphone = new DmaMicrophone(16000);
        MicrophoneStatistics statistics = new MicrophoneStatistics();
        Assert.ThrowsException(typeof(InvalidOperationException), () => microphone.TryReadStatistics(statistics));
        Assert.ThrowsException(typeof(InvalidOperationException), () => microphone.ListenForTone(Frequency, 100));
        microphone.Start();
        Assert.ThrowsException(typeof(ArgumentException), () => microphone.ListenForTone(8001, 100));
        Assert.ThrowsException(typeof(ArgumentException), () => microphone.ListenForTone(0, 100));
        microphone.Dispose();
    }
}
