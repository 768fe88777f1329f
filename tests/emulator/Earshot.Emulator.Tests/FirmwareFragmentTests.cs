using System.Xml.Linq;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Boards.Firmware;

namespace Earshot.Emulator.Tests;

public sealed class FirmwareFragmentTests
{
    private static readonly string[] InEveryFirmware = ["nanoFramework.Runtime.Native", "nanoFramework.Runtime.Events"];

    // Nothing of it is in the firmware: it has no native methods.
    private static readonly string[] Managed = ["System.IO.Streams"];

    public static TheoryData<string> Targets => [.. BoardCatalog.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheFilesInTheBoardsFolderAreFresh(string target)
    {
        var board = BoardCatalog.Find(target);
        Assert.Equal(FirmwareFragments.Cache(board), Committed(target, FirmwareFragments.CacheName));
        Assert.Equal(FirmwareFragments.Kconfig(board), Committed(target, FirmwareFragments.KconfigName));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheCoreSleepsWhenNothingRuns(string target)
    {
        var board = BoardCatalog.Find(target);
        var cache = FirmwareFragments.Cache(board);
        Assert.Equal(board.Capture.Dfsdm is null, cache.Contains("-DCORTEX_ENABLE_WFI_IDLE=TRUE", StringComparison.Ordinal));
        Assert.Equal(board.Capture.Dfsdm is not null, cache.Contains("add_compile_definitions(TX_ENABLE_WFI)", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheNodesLibrariesAreInTheFirmware(string target)
    {
        var board = BoardCatalog.Find(target);
        var needed = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "node-projects"))
            .SelectMany(project => XDocument.Load(project).Descendants("NanoFrameworkReference"))
            .Select(reference => reference.Attribute("Include")!.Value)
            .Except([.. InEveryFirmware, .. Managed])
            .ToList();
        Assert.Contains("System.IO.Ports", needed);
        Assert.All(needed, library => Assert.True(
            board.Firmware!.Libraries.Contains(library) || board.Firmware.Missing.Contains(library, StringComparison.Ordinal),
            $"{target}: firmware.libraries of board.yaml lacks {library}, which nf-device uses."));
    }

    [Theory]
    [InlineData("System.IO.Ports", "API_SYSTEM_IO_PORTS")]
    [InlineData("nanoFramework.System.Text", "API_NANOFRAMEWORK_SYSTEM_TEXT")]
    [InlineData("nanoFramework.Hardware.Stm32", "API_HARDWARE_STM32")]
    public void LibrariesHaveTheirKconfigSymbols(string library, string symbol) => Assert.Equal(symbol, FirmwareFragments.Symbol(library));

    private static string Committed(string target, string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "boards", target, name)).ReplaceLineEndings("\n");
}
