using System.Xml.Linq;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Boards.Wiring;

namespace Earshot.Emulator.Tests;

public sealed class WiringPictureTests
{
    public static TheoryData<string> Targets => [.. BoardCatalog.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void ThePictureInTheBoardsFolderIsFresh(string target)
    {
        var committed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "boards", target, "wiring.svg"));
        Assert.True(
            committed.ReplaceLineEndings("\n") == WiringPicture.Draw(BoardCatalog.Find(target)).ReplaceLineEndings("\n"),
            $"Draw it again: earshot board show {target} --svg boards/{target}/wiring.svg");
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void EveryWireIsThereWithBothEnds(string target)
    {
        var board = BoardCatalog.Find(target);
        var picture = XDocument.Parse(WiringPicture.Draw(board)).Root!;
        Assert.Equal(board.Wiring!.Wires.Count, picture.Elements().Count(element => element.Name.LocalName == "line"));
        var texts = picture.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.All(board.Wiring.Wires, wire =>
        {
            Assert.Contains(wire.Terminal, texts);
            Assert.Contains(texts, text => text.StartsWith($"{wire.Connector}-{wire.Position} ", StringComparison.Ordinal)
                && (wire.Pin is null || text.Contains(wire.Pin, StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void ABoardWithoutWiringIsRefused() =>
        Assert.Contains("wiring", Assert.Throws<InputException>(() => WiringPicture.Draw(new BoardDescription { Target = "MINE" })).Message, StringComparison.Ordinal);
}
