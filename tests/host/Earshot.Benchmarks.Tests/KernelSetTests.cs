using Earshot.Benchmarks.Cores;
using Earshot.TestSupport;

namespace Earshot.Benchmarks.Tests;

public sealed class KernelSetTests
{
    [Fact]
    public void Cores_without_dsp_run_only_the_portable_kernels()
    {
        Assert.Equal([KernelSet.Small, KernelSet.Reference], KernelSet.Own.Where(set => set.RunsOn(CortexCore.Find("Cortex-M3"))));
        Assert.Equal(KernelSet.Own, KernelSet.Own.Where(set => set.RunsOn(CortexCore.Find("cortex-m33"))));
        Assert.Contains("cortex-m7", Assert.Throws<InputException>(() => CortexCore.Find("cortex-a9")).Remedy);
    }

    [Fact]
    public void Library_needs_its_headers_and_its_file()
    {
        using var folder = new TemporaryFolder();
        var library = folder.File("library.a");
        Assert.Equal("--cmsis-nn-include", Assert.Throws<InputException>(() => KernelSet.CmsisNn(folder.FullPath, library)).Origin);
        File.WriteAllText(folder.File("arm_nnfunctions.h"), "");
        Assert.Equal("--cmsis-nn-library", Assert.Throws<InputException>(() => KernelSet.CmsisNn(folder.FullPath, library)).Origin);
        File.WriteAllText(library, "");
        var set = KernelSet.CmsisNn(folder.FullPath, library);
        Assert.Contains($"-DCMSIS_NN_LIBRARY={library}", set.ModuleOptions);
        Assert.False(set.IsExact);
        Assert.All(KernelSet.Own, own => Assert.True(own.IsExact));
    }
}
