using Earshot.Deployment.Plans;
using Earshot.Deployment.Tests.Support;
using Earshot.Deployment.Tools;
using Earshot.TestSupport;

namespace Earshot.Deployment.Tests;

public sealed class NanoffToolTests
{
    private static readonly NanoffCommand Command = new("write the app", ["--platform", "stm32", "--binfile", "my app.bin"]);

    [Fact]
    public void Arguments_arrive_one_by_one()
    {
        using var fake = new FakeNanoff(answer: "Flashing device... OK");
        var printed = new List<string>();
        var nanoff = NanoffTool.Find(fake.Search, CancellationToken.None);
        nanoff.Run(Command, printed.Add, CancellationToken.None);
        Assert.Equal(new Version(2, 5, 131), nanoff.Version);
        Assert.Equal(["--platform|stm32|--binfile|my app.bin|"], fake.Calls);
        Assert.Equal(["Flashing device... OK"], printed);
        Assert.Equal("nanoff --platform stm32 --binfile \"my app.bin\"", Command.ToString());
    }

    [Fact]
    public void Its_failure_is_explained_by_the_code_that_it_prints()
    {
        // 5001 on Unix arrives as 137, its lowest byte.
        using var fake = new FakeNanoff(answer: "Error E5001: No JTAG device found.", exitCode: 137);
        var error = Assert.Throws<InputException>(() => NanoffTool.Find(fake.Search, CancellationToken.None).Run(Command, _ => { }, CancellationToken.None));
        Assert.Contains("could not write the app: no ST-LINK is connected (exit code 5001)", error.Problem, StringComparison.Ordinal);
        Assert.Contains("cable", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_failure_shows_its_last_words()
    {
        using var fake = new FakeNanoff(answer: "smoke", exitCode: 7);
        var error = Assert.Throws<InputException>(() => NanoffTool.Find(fake.Search, CancellationToken.None).Run(Command, _ => { }, CancellationToken.None));
        Assert.Contains("smoke (exit code 7)", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nanoff 2.4.99", "version 2.4.99")]
    [InlineData("hello", "does not tell its version")]
    public void A_nanoff_that_is_too_old_or_strange_is_refused(string version, string expected)
    {
        using var fake = new FakeNanoff(version);
        Assert.Contains(expected, Assert.Throws<InputException>(() => NanoffTool.Find(fake.Search, CancellationToken.None)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_nanoff_says_how_to_install_it()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<InputException>(() => NanoffTool.Find(new ExecutableSearch(folder.FullPath, null), CancellationToken.None));
        Assert.Contains("dotnet tool install -g nanoff", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_follows_PATH_and_PATHEXT()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        File.WriteAllText(second.File("nanoff.CMD"), "");
        File.WriteAllText(second.File("nanoff.EXE"), "");
        File.WriteAllText(first.File("nanoff"), "");

        var windows = new ExecutableSearch($"{first.FullPath};{second.FullPath}", ".COM;.EXE;.BAT;.CMD");

        Assert.Equal(second.File("nanoff.EXE"), windows.Find("nanoff"));
        File.Delete(second.File("nanoff.EXE"));
        Assert.Equal(second.File("nanoff.CMD"), windows.Find("nanoff"));
        // A file that nobody may execute is no program.
        Assert.Null(new ExecutableSearch(first.FullPath, null).Find("nanoff"));
    }
}
