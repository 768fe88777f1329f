using System.Text;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>Lines out of whatever a modem sends.</summary>
[TestClass]
public class AtLineReaderTests
{
    [TestMethod]
    public void LinesAreCutAtEitherEndOfLine()
    {
        Assert.AreEqual("OK|+EVT:JOINED|x|", Cut("\r\nOK\r\n+EVT:JOINED\nx\r\r\n"));
    }

    [TestMethod]
    public void NoiseBeforeALineIsSkipped()
    {
        Assert.AreEqual("OK|", Cut("\0\0\u0001OK\r\n"));
    }

    [TestMethod]
    public void ADamagedLineIsDroppedAndTheNextOneIsNot()
    {
        AtLineReader reader = new AtLineReader();
        Assert.AreEqual("OK|", Cut(reader, "O\0K\r\nOK\r\n"));
        Assert.AreEqual(1, reader.Dropped);
    }

    [TestMethod]
    public void ALineThatIsTooLongIsDropped()
    {
        AtLineReader reader = new AtLineReader();
        for (int index = 0; index < AtLine.Capacity; index++)
        {
            Assert.IsFalse(reader.Add((byte)'x'));
        }

        Assert.IsTrue(reader.Add((byte)'\n'));
        Assert.AreEqual(AtLine.Capacity, reader.Line.Length);
        Assert.AreEqual("OK|", Cut(reader, new string('x', AtLine.Capacity + 1) + "\nOK\n"));
        Assert.AreEqual(1, reader.Dropped);
    }

    [TestMethod]
    public void AnUnfinishedLineWaits()
    {
        AtLineReader reader = new AtLineReader();
        Assert.AreEqual("", Cut(reader, "+EVT:JOI"));
        Assert.AreEqual("+EVT:JOINED|", Cut(reader, "NED\r"));
    }

    private static string Cut(string text)
    {
        return Cut(new AtLineReader(), text);
    }

    private static string Cut(AtLineReader reader, string text)
    {
        StringBuilder lines = new StringBuilder();
        for (int index = 0; index < text.Length; index++)
        {
            if (reader.Add((byte)text[index]))
            {
                lines.Append(TextOf(reader.Line));
                lines.Append('|');
            }
        }

        return lines.ToString();
    }

    private static string TextOf(AtLine line)
    {
        char[] text = new char[line.Length];
        for (int index = 0; index < text.Length; index++)
        {
            text[index] = ' ';
            while (line.FindFrom(index, text[index]) != index)
            {
                text[index]++;
            }
        }

        return new string(text);
    }
}
