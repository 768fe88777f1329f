extern alias device;

using Path = device::System.IO.Path;

namespace Earshot.StandIns.Tests;

/// <summary>Paths of the board: drive letters and either slash, whatever machine the emulator runs on.</summary>
public class PathTests
{
    [Theory]
    [InlineData(@"I:\a\b", @"I:\a", "b", "", @"I:\")]
    [InlineData(@"I:\a\b.txt", @"I:\a", "b.txt", ".txt", @"I:\")]
    [InlineData(@"I:\b.tar.gz", @"I:\", "b.tar.gz", ".gz", @"I:\")]
    [InlineData(@"I:/a/b.", @"I:\a", "b.", "", @"I:\")]
    [InlineData(@"I:\a\", @"I:\a", "", "", @"I:\")]
    [InlineData(@"I:\", null, "", "", @"I:\")]
    [InlineData("I:", null, "", "", "I:")]
    [InlineData("file", "", "file", "", "")]
    [InlineData(@"a.b\c", "a.b", "c", "", "")]
    [InlineData(" ", null, " ", "", null)]
    public void Path_is_taken_apart(string path, string? directory, string name, string extension, string? root)
    {
        Assert.Equal(directory, Path.GetDirectoryName(path));
        Assert.Equal(name, Path.GetFileName(path));
        Assert.Equal(extension, Path.GetExtension(path));
        Assert.Equal(extension.Length > 0, Path.HasExtension(path));
        Assert.Equal(root, Path.GetPathRoot(path));
    }

    [Theory]
    [InlineData("file", @"I:\work\file")]
    [InlineData(@"I:\a\.\b\\c", @"I:\a\b\c")]
    [InlineData(@"I:\a\..\b\", @"I:\b\")]
    [InlineData(@"I:/a/b/../../c", @"I:\c")]
    [InlineData(@"\a\b", @"\a\b")]
    [InlineData(@"\a\..\b", "b")]
    [InlineData(@"\", @"\")]
    public void Full_path_has_no_detours(string path, string full) => Assert.Equal(full, Path.GetFullPath(path));

    [Theory]
    [InlineData(@"I:\a", "b", @"I:\a\b")]
    [InlineData(@"I:\a\", "b", @"I:\a\b")]
    [InlineData(@"I:\a", @"D:\b", @"D:\b")]
    [InlineData("", "b", "b")]
    [InlineData("a", "", "a")]
    [InlineData(@"\", "b", "b")]
    public void Paths_are_combined(string first, string second, string combined) => Assert.Equal(combined, Path.Combine(first, second));

    [Theory]
    [InlineData(@"I:\file", "new", @"I:\file.new")]
    [InlineData(@"I:\file.old", ".new", @"I:\file.new")]
    [InlineData(@"I:\a.b\file", "new", @"I:\a.b\file.new")]
    [InlineData(@"I:\file.old", null, @"I:\file")]
    [InlineData("", "new", "")]
    public void Extension_is_changed(string path, string? extension, string changed) =>
        Assert.Equal(changed, Path.ChangeExtension(path, extension));

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Path.Combine(null, "a"));
        Assert.Throws<ArgumentNullException>(() => Path.GetFullPath(null));
        Assert.Throws<ArgumentException>(() => Path.GetFullPath(""));
        Assert.Contains('\0', Path.GetInvalidPathChars());
        Assert.Contains(':', Path.GetInvalidFileNameChars());
    }
}
