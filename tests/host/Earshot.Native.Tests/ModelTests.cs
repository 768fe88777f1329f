using System.Text;

namespace Earshot.Native.Tests;

public sealed class ModelTests
{
    [Fact]
    public void AnEmptyFileIsSaidToBeCutShort() => Refuses([], "cut short");

    [Fact]
    public void AnotherFileIsSaidToBeNoPack() =>
        Refuses(Encoding.UTF8.GetBytes(new string('x', 500)), "not a model pack");

    [Fact]
    public void AHeaderAloneIsSaidToBeCutShort()
    {
        var header = new byte[128];
        Encoding.ASCII.GetBytes("EARSHOT").CopyTo(header, 0);
        header[8] = 1;
        header[13] = 1;
        Refuses(header, "cut short");
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.earshot");
        Assert.Equal(path, Assert.Throws<InputException>(() => Model.OpenFile(path)).Origin);
    }

    [Fact]
    public void EveryStatusHasAText()
    {
        foreach (var status in Enum.GetValues<EarshotStatus>())
        {
            Assert.NotEqual("unknown status", EarshotException.TextOf(status));
        }

        Assert.Equal("unknown status", EarshotException.TextOf((EarshotStatus)(-99)));
    }

    private static void Refuses(byte[] pack, string text)
    {
        var error = Assert.Throws<InputException>(() => Model.Open(pack, "model.earshot"));
        Assert.StartsWith("model.earshot: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }
}
