using Earshot.TestSupport;

namespace Earshot.Interop.Generator.Tests;

/// <summary>What the generator writes, and how it notices that it is out of date.</summary>
public sealed class InteropFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeAssembly _assembly = NativeAssembly.Read(DeviceAssemblies.EarshotInterop);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_firmwares_files_fit_the_assembly()
    {
        var folder = Path.Combine(RepositoryLayout.Root, "native-interop", "nanoclr");
        Assert.Empty(InteropFiles.Check(_assembly, folder));
    }

    [Fact]
    public void Its_table_is_the_same_wherever_it_is_made() => Assert.False(_assembly.DependsOnCulture);

    [Fact]
    public void What_was_written_is_current_and_not_written_again()
    {
        Assert.Contains("Earshot_Interop.cpp", InteropFiles.Write(_assembly, _folder.FullPath));
        Assert.Empty(InteropFiles.Check(_assembly, _folder.FullPath));
        Assert.Empty(InteropFiles.Write(_assembly, _folder.FullPath));
    }

    [Fact]
    public void Bodies_are_never_overwritten()
    {
        InteropFiles.Write(_assembly, _folder.FullPath);
        var mine = Path.Combine(_folder.FullPath, "Earshot_Interop_Earshot_Interop_NativeMicrophone.cpp");
        File.WriteAllText(mine, "// mine");
        Assert.Empty(InteropFiles.Write(_assembly, _folder.FullPath));
        Assert.Equal("// mine", File.ReadAllText(mine));
        Assert.Contains(InteropFiles.Check(_assembly, _folder.FullPath), finding => finding.Contains("lacks LostSamples___STATIC__I8."));
    }

    [Fact]
    public void A_method_that_went_away_is_noticed()
    {
        InteropFiles.Write(_assembly, _folder.FullPath);
        var path = Path.Combine(_folder.FullPath, "Earshot_Interop_Earshot_Interop_NativeWatchdog.cpp");
        File.AppendAllText(path, "HRESULT Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Bark___STATIC__I4(CLR_RT_StackFrame &stack)\n{\n}\n");
        Assert.Contains(InteropFiles.Check(_assembly, _folder.FullPath), finding => finding.Contains("still has Bark___STATIC__I4"));
    }

    [Theory]
    [InlineData("Earshot_Interop.cpp", "0x", "0x1")]
    [InlineData("Earshot_Interop.cpp", "    NULL,\n", "")]
    [InlineData("Earshot_Interop.h", "CONSTANT__NoModel = -64", "CONSTANT__NoModel = -63")]
    public void A_stale_file_is_noticed(string name, string from, string to)
    {
        InteropFiles.Write(_assembly, _folder.FullPath);
        var path = Path.Combine(_folder.FullPath, name);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
        Assert.Equal([$"{name} is not what Earshot.Interop needs."], InteropFiles.Check(_assembly, _folder.FullPath));
    }

    [Fact]
    public void Line_ends_of_Windows_are_the_same_text()
    {
        InteropFiles.Write(_assembly, _folder.FullPath);
        var path = Path.Combine(_folder.FullPath, "Earshot_Interop.h");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n", "\r\n"));
        Assert.Empty(InteropFiles.Check(_assembly, _folder.FullPath));
    }

    [Fact]
    public void Table_says_what_nanoCLR_needs()
    {
        InteropFiles.Write(_assembly, _folder.FullPath);
        var text = File.ReadAllText(Path.Combine(_folder.FullPath, "Earshot_Interop.cpp"));
        Assert.Contains("const CLR_RT_NativeAssemblyData g_CLR_AssemblyNative_Earshot_Interop =", text);
        Assert.Contains("\"Earshot.Interop\",", text);
        Assert.Contains($"0x{_assembly.Checksum:X8},", text);
        Assert.Contains("Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadClass___STATIC__I4__I4__SZARRAY_I4,", text);
        Assert.Equal(_assembly.Table.Count, text.Split("    NULL,\n").Length - 1 + _assembly.Table.Count(row => row is not null));
    }
}
