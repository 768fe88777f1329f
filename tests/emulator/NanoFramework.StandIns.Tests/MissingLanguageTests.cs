namespace Earshot.StandIns.Tests;

/// <summary>What the class library of CoreLibrary 1.17 lacks does not compile.</summary>
public class MissingLanguageTests
{
    public static TheoryData<string, string, string> Programs => new()
    {
        { "nullable value", "CS0518", "int? a = 1;" },
        { "Span", "CS0234", "System.Span<byte> a = new byte[1];" },
        { "ReadOnlySpan", "CS0234", "System.ReadOnlySpan<byte> a = default;" },
        { "UTF-8 literal", "CS0518", """var a = "abc"u8;""" },
        { "Memory", "CS0234", "System.Memory<byte> a = default;" },
        { "tuple", "CS8179", "var a = (1, 2); int b = a.Item1;" },
        { "record", "CS0518", "record R(int A);" },
        { "index from the end", "CS0518", "int[] a = { 1 }; int b = a[^1];" },
        { "range", "CS0518", "int[] a = { 1 }; int[] b = a[..1];" },
        { "async", "CS0234", "class C { async System.Threading.Tasks.Task M() { } }" },
        { "LINQ", "CS0234", "using System.Linq; int[] a = { 1 }; var b = a.Where(x => x > 0);" },
        { "iterator", "CS0518", "class C { System.Collections.IEnumerable M() { yield return 1; } }" },
        { "generic enumerable", "CS0234", "System.Collections.Generic.IEnumerable<int> a = null;" },
        { "generic list", "CS0234", "var a = new System.Collections.Generic.List<int>();" },
        { "decimal", "CS0518", "decimal a = 1m;" },
        { "volatile", "CS0518", "class C { volatile int a; void M() { a = a + 1; } }" },
        { "Stopwatch", "CS0234", "var a = System.Diagnostics.Stopwatch.StartNew();" },
        { "string.Join", "CS0117", """string a = string.Join(",", new[] { "a" });""" },
        { "string.Replace", "CS1061", """string a = "a".Replace("a", "b");""" },
        { "SingleToInt32Bits", "CS0117", "int a = System.BitConverter.SingleToInt32Bits(1f);" },
        { "MathF", "CS0234", "float a = System.MathF.Sqrt(2);" },
        { "Console.WriteLine of a number", "CS1503", "System.Console.WriteLine(1);" },
        { "SpanByte in a field of a class", "CS8345", "class C { System.SpanByte a; }" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Does_not_compile(string feature, string error, string program)
    {
        IReadOnlyList<string> errors = DeviceCompiler.Errors(program);
        Assert.True(errors.Contains(error), $"{feature}: wanted {error}, got '{string.Join(", ", errors)}'.");
    }
}
