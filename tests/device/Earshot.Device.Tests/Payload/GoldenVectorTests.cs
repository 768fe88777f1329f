using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Payload;

/// <summary>The bytes that the codecs behind the gateway are tested with, read and written on the board.</summary>
[TestClass]
public class GoldenVectorTests
{
    [TestMethod]
    public void EveryUplinkIsWrittenAsItWasRead()
    {
        int count = 0;
        foreach (string hex in GoldenVectors.Uplinks)
        {
            byte[] bytes = Hexadecimal.Parse(hex);
            byte[] written = new byte[PayloadHeader.PayloadLength];
            switch ((PayloadKind)((bytes[0] >> 1) & 7))
            {
                case PayloadKind.Event: EventPayload.Write(EventPayload.Read(bytes, 0, bytes.Length), written, 0); break;
                case PayloadKind.Levels: LevelsMessage.Read(bytes, 0, bytes.Length).Write(written, 0); break;
                case PayloadKind.Classes: ClassesMessage.Read(bytes, 0, bytes.Length).Write(written, 0); break;
                case PayloadKind.Status: StatusMessage.Read(bytes, 0, bytes.Length).Write(written, 0); break;
                case PayloadKind.Microphone: MicrophoneMessage.Read(bytes, 0, bytes.Length).Write(written, 0); break;
                default: SettingsMessage.Read(bytes, 0, bytes.Length).Write(written, 0); break;
            }

            CollectionAssert.AreEqual(bytes, written);
            count++;
        }

        Assert.IsTrue(count >= 19);
    }

    [TestMethod]
    public void EveryDownlinkIsTaken()
    {
        int count = 0;
        foreach (string hex in GoldenVectors.Downlinks)
        {
            byte[] bytes = Hexadecimal.Parse(hex);
            Assert.AreEqual((int)DownlinkResult.Applied, (int)DownlinkPayload.Check(bytes, bytes.Length, out int refused));
            Assert.AreEqual(0, refused);
            count++;
        }

        Assert.IsTrue(count >= 11);
    }

    [TestMethod]
    public void NoBadDownlinkIsTaken()
    {
        int count = 0;
        foreach (string hex in GoldenVectors.RefusedDownlinks)
        {
            byte[] bytes = Hexadecimal.Parse(hex);
            Assert.AreNotEqual((int)DownlinkResult.Applied, (int)DownlinkPayload.Check(bytes, bytes.Length, out int refused));
            Assert.IsTrue(refused < 11);
            count++;
        }

        Assert.IsTrue(count >= 20);
    }
}
