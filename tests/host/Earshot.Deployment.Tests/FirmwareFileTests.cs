using Earshot.Deployment.Firmware;
using Earshot.Deployment.Tests.Support;
using Earshot.TestSupport;

namespace Earshot.Deployment.Tests;

public sealed class FirmwareFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Intel_hex_tells_its_extent_across_64_KiB()
    {
        var path = Write("a.hex", Workbench.Hex(0x0800_8000, new byte[100]));
        Assert.Equal((0x0800_8000, 0x0800_8064), IntelHex.Extent(path));
    }

    [Theory]
    [InlineData(":020000040800F2\n:0400000001020304F2\n", "early")]
    [InlineData(":020000040800F2\n:0400000001020304F3\n:00000001FF\n", "line 2")]
    [InlineData("hello\n", "line 1")]
    [InlineData(":02000004080\n", "line 1")]
    [InlineData(":010000040FEC\n:00000001FF\n", "line 1")]
    [InlineData("", "early")]
    public void Damaged_intel_hex_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => IntelHex.Extent(Write("a.hex", text))).Problem);

    [Theory]
    [InlineData("mscorlib;1.0;0x1\n", "line 1")]
    [InlineData("mscorlib,1.0,0x1\nother,1.0\n", "line 2")]
    [InlineData("mscorlib,1.0,12\n", "line 1")]
    [InlineData("mscorlib,1.0,0xZZ\n", "line 1")]
    [InlineData("\n\n", "empty")]
    public void A_damaged_list_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => NativeAssemblyList.Read(Write("a.csv", text))).Problem);

    [Fact]
    public void The_list_is_read_with_windows_line_ends() =>
        Assert.Equal(
            [new NativeAssembly("mscorlib", "100.5.0.19", 0x1549C856), new NativeAssembly("Earshot.Interop", "1.0.0.0", 0xFFFF0000)],
            NativeAssemblyList.Read(Write("a.csv", "mscorlib,100.5.0.19,0x1549C856\r\nEarshot.Interop,1.0.0.0,0xFFFF0000\r\n")));

    private string Write(string name, string text)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}
