using System.Globalization;
using System.Xml.Linq;

namespace Earshot.Emulator.Boards.Wiring;

/// <summary>
/// Draws how microphone and modem are wired to a board: the board in the middle, a part at either side, each wire a straight line
/// from a terminal to the position on a header.
/// </summary>
public static class WiringPicture
{
    private const int Width = 900;
    private const int Top = 84;
    private const int RowHeight = 40;
    private const int BoardLeft = 262;
    private const int BoardRight = Width - BoardLeft;
    private const int PartWidth = 150;
    private const int Margin = 12;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as an SVG document.</summary>
    /// <param name="board">The board.</param>
    /// <exception cref="InputException">Its description has no wiring.</exception>
    public static string Draw(BoardDescription board)
    {
        if (board.Wiring is not { } wiring)
        {
            throw new InputException(board.Target, "its board.yaml has no field wiring.", "Describe the wires there, as the boards of Earshot do.");
        }

        var microphone = wiring.Wires.Where(wire => wire.Part == "microphone").ToList();
        var modem = wiring.Wires.Where(wire => wire.Part == "modem").ToList();
        var rows = Math.Max(Math.Max(microphone.Count, modem.Count), 3);
        var bottom = Top + (rows * RowHeight) + 16;
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {bottom + 64}"),
            new XAttribute("font-family", "Helvetica, Arial, sans-serif"),
            new XElement(Svg + "title", $"Wiring of {board.Name}"),
            Box(0, 0, Width, bottom + 64, "#ffffff", "none"),
            Text(Width / 2, 28, board.Name, 18, "middle", "#111111", "bold"),
            Text(Width / 2, 50, $"{board.Mcu}, nanoFramework target {board.Target}", 13, "middle", "#444444"),
            Box(BoardLeft, Top - 16, BoardRight - BoardLeft, bottom - Top + 16, "#e8eef7", "#34568b"));
        root.Add(microphone.Count > 0
            ? Part("Microphone", wiring.Microphone, Margin, microphone)
            : OnBoard(board, wiring.Microphone, rows));
        root.Add(Part("Modem", wiring.Modem, Width - Margin - PartWidth, modem));
        root.Add(microphone.SelectMany((wire, row) => Wire(wire, row, isLeft: true)));
        root.Add(modem.SelectMany((wire, row) => Wire(wire, row, isLeft: false)));
        root.Add(
            Text(Width / 2, bottom + 24, $"Supply: {wiring.Supply}", 13, "middle", "#111111"),
            Text(Width / 2, bottom + 46, $"{Port(board)}Headers: {wiring.Source}", 12, "middle", "#444444"));
        return root + "\n";
    }

    private static string Port(BoardDescription board) => board.Modem is { } modem ? $"The modem is on {modem.Port}. " : "";

    private static IEnumerable<XElement> Part(string kind, string name, int left, IReadOnlyList<BoardWire> wires)
    {
        yield return Box(left, Top - 16, PartWidth, (wires.Count * RowHeight) + 16, "#f7f3e8", "#8b6f34");
        yield return Text(left + (PartWidth / 2), Top - 38, kind, 14, "middle", "#111111", "bold");
        yield return Text(left + (PartWidth / 2), Top - 22, name, 11, "middle", "#444444");
    }

    private static IEnumerable<XElement> OnBoard(BoardDescription board, string name, int rows)
    {
        var middle = Top + (rows * RowHeight / 2) - 8;
        yield return Box(BoardLeft + 14, middle - 34, 200, 68, "#f7f3e8", "#8b6f34");
        yield return Text(BoardLeft + 114, middle - 12, "Microphone", 14, "middle", "#111111", "bold");
        yield return Text(BoardLeft + 114, middle + 6, name, 11, "middle", "#444444");
        if (board.Capture.Dfsdm is { } dfsdm)
        {
            yield return Text(BoardLeft + 114, middle + 24, $"clock {dfsdm.ClockPin}, data {dfsdm.DataPin}", 11, "middle", "#444444");
        }
    }

    private static IEnumerable<XElement> Wire(BoardWire wire, int row, bool isLeft)
    {
        var y = Top + 8 + (row * RowHeight);
        var (part, board) = isLeft ? (Margin + PartWidth, BoardLeft) : (Width - Margin - PartWidth, BoardRight);
        var (inPart, inBoard) = isLeft ? (part - 10, board + 14) : (part + 10, board - 14);
        var (partAnchor, boardAnchor) = isLeft ? ("end", "start") : ("start", "end");
        var colour = Colour(wire);
        var place = string.Create(CultureInfo.InvariantCulture, $"{wire.Connector}-{wire.Position}");
        var pin = wire.Pin is null || wire.Pin == wire.Label ? "" : $" ({wire.Pin})";
        yield return new XElement(
            Svg + "line",
            new XAttribute("x1", part), new XAttribute("y1", y), new XAttribute("x2", board), new XAttribute("y2", y),
            new XAttribute("stroke", colour), new XAttribute("stroke-width", 3));
        yield return Dot(part, y, colour);
        yield return Dot(board, y, colour);
        yield return Text(inPart, y + 5, wire.Terminal, 13, partAnchor, "#111111");
        yield return Text(inBoard, y + 5, $"{place}  {wire.Label}{pin}", 13, boardAnchor, "#111111");
    }

    private static string Colour(BoardWire wire) => wire switch
    {
        { Terminal: "GND" } => "#222222",
        { Pin: null } => "#c0392b",
        { Terminal: "RX" } => "#1f6fb2",
        { Terminal: "TX" } => "#2e8b57",
        _ => "#b8860b",
    };

    private static XElement Box(int x, int y, int width, int height, string fill, string stroke) => new(
        Svg + "rect",
        new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height),
        new XAttribute("rx", stroke == "none" ? 0 : 8), new XAttribute("fill", fill), new XAttribute("stroke", stroke),
        new XAttribute("stroke-width", 2));

    private static XElement Dot(int x, int y, string colour) => new(
        Svg + "circle", new XAttribute("cx", x), new XAttribute("cy", y), new XAttribute("r", 5), new XAttribute("fill", colour));

    private static XElement Text(int x, int y, string text, int size, string anchor, string colour, string weight = "normal") => new(
        Svg + "text",
        new XAttribute("x", x), new XAttribute("y", y), new XAttribute("font-size", size), new XAttribute("text-anchor", anchor),
        new XAttribute("fill", colour), new XAttribute("font-weight", weight),
        text);
}
