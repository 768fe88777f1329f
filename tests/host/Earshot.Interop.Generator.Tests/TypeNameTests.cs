using Earshot.Interop.Generator.Ordering;
using Earshot.TestSupport;

namespace Earshot.Interop.Generator.Tests;

/// <summary>The order of names, and names whose order is nobody's business to rely on.</summary>
public class TypeNameTests
{
    [Fact]
    public void Order_is_ICUs()
    {
        // Sorted by .NET 10 with ICU 72 on Linux, culture en-US and invariant alike.
        string[] sorted =
        [
            "<PrivateImplementationDetails>",
            "a.B",
            "A.b",
            "Earshot.Interop_Old.A",
            "Earshot.Interop.A_B",
            "Earshot.Interop.A.B",
            "Earshot.Interop.A/<>c",
            "Earshot.Interop.A/B",
            "Earshot.Interop.A`1",
            "Earshot.Interop.A<x>c",
            "Earshot.Interop.AB",
            "Earshot.interop.Alpha",
            "Earshot.Interop.alpha",
            "Earshot.Interop.Alpha",
            "Earshot.Interop.Native9",
            "Earshot.Interop.NativeID",
            "Earshot.Interop.NativeIdle",
            "Earshot.Interop.Power",
            "Earshot.Interop/Inner",
            "Earshot.Interop2.A",
            "Earshot.InteropA",
            "Microsoft.X",
            "System.B",
            "Z",
        ];
        Assert.Equal(sorted, sorted.Order(StringComparer.Ordinal).Order(TypeNameComparer.Unicode));
    }

    [Theory]
    [InlineData("namespace Up_Old { public static class A { NATIVE } } namespace Up.Old { public static class A { NATIVE } }")] // ICU and Windows disagree
    [InlineData("public static class Übung { NATIVE }")]
    public void Names_whose_order_depends_on_the_machine_are_refused(string source)
    {
        using var folder = new TemporaryFolder();
        var native = "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] public static extern int Run();";
        var path = DeviceAssemblies.CompileNative(folder, "Names", source.Replace("NATIVE", native));
        var error = Assert.Throws<InputException>(() => NativeAssembly.Read(path));
        Assert.Contains("depends on the machine", error.Problem);
    }

    [Fact]
    public void Names_that_differ_in_case_first_depend_on_the_culture()
    {
        Assert.True(TypeNameRule.DependsOnCulture(["System.Char", "System.CLSCompliantAttribute"]));
        Assert.False(TypeNameRule.DependsOnCulture(["System.Char", "System.Console"]));
    }
}
