using Earshot.Deployment.Images;
using Earshot.Deployment.Tests.Support;

namespace Earshot.Deployment.Tests;

public sealed class ApplicationFilesTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void What_is_referenced_comes_first_and_the_app_last()
    {
        var image = ApplicationFiles.Read(_bench.App);
        Assert.Equal(["mscorlib", "Earshot.Interop", "Earshot.Node"], image.Assemblies.Select(assembly => assembly.Name));
        Assert.Empty(image.Unmet());
    }

    [Fact]
    public void A_finished_image_gives_the_same_assemblies_and_the_same_bytes()
    {
        var built = ApplicationFiles.Read(_bench.App);
        var path = Path.Combine(_bench.Folder, "App.bin");
        File.WriteAllBytes(path, built.ToArray());

        var read = ApplicationFiles.Read(path);

        Assert.Equal(built.ToArray(), read.ToArray());
        Assert.Equal(built.Size, read.Size);
        Assert.Equal(0, built.Size % 4);
    }

    [Fact]
    public void Each_assembly_begins_at_a_multiple_of_four()
    {
        var odd = AssemblyBuilder.Build("Odd", "1.0", 0);
        var longer = odd.Append((byte)7).ToArray();
        BitConverter.GetBytes(longer.Length).CopyTo(longer, DeviceAssemblyReader.TablesOffset + (4 * DeviceAssemblyReader.EndTable));
        _bench.Write("Odd", AssemblyBuilder.Seal(longer));
        _bench.Write("Earshot.Node", AssemblyBuilder.Build("Earshot.Node", "0.1", 0, ("Odd", "1.0"), ("mscorlib", "1.17")));

        var image = ApplicationFiles.Read(Path.Combine(_bench.App, "Earshot.Node.pe"));

        Assert.Equal(3, ApplicationFiles.Parse(image.ToArray(), "App.bin").Assemblies.Count);
    }

    [Fact]
    public void Flash_that_stayed_erased_behind_the_app_is_not_read()
    {
        var image = ApplicationFiles.Read(_bench.App).ToArray();
        Assert.Equal(3, ApplicationFiles.Parse(image.Concat(Enumerable.Repeat((byte)0xFF, 64)).ToArray(), "App.bin").Assemblies.Count);
    }

    [Fact]
    public void Rubbish_behind_the_app_is_an_error_with_its_place()
    {
        var image = ApplicationFiles.Read(_bench.App).ToArray();
        var error = Assert.Throws<InputException>(() => ApplicationFiles.Parse(image.Concat("rubbish!"u8.ToArray()).ToArray(), "App.bin"));
        Assert.Equal($"App.bin, at byte {image.Length}", error.Origin);
    }

    [Fact]
    public void A_folder_with_two_apps_asks_which()
    {
        _bench.Write("Other", AssemblyBuilder.Build("Other", "1.0", 0, ("mscorlib", "1.17")));
        Assert.Contains("Earshot.Node, Other", Assert.Throws<InputException>(() => ApplicationFiles.Read(_bench.App)).Problem);
        Assert.Equal(2, ApplicationFiles.Read(Path.Combine(_bench.App, "Other.pe")).Assemblies.Count);
    }

    [Fact]
    public void A_folder_without_assemblies_and_a_missing_file_are_errors()
    {
        Assert.Contains(".pe", Assert.Throws<InputException>(() => ApplicationFiles.Read(_bench.Firmware)).Problem);
        Assert.Throws<InputException>(() => ApplicationFiles.Read(Path.Combine(_bench.Folder, "nowhere")));
    }
}
