using Earshot.TestSupport;

namespace Earshot.Interop.Generator.Tests;

/// <summary>Table and checksum of an assembly with everything that matters, as nanoFramework's metadata processor 3.0 gave them.</summary>
public sealed class SampleTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeAssembly _sample;

    public SampleTableTests()
    {
        var source = File.ReadAllText(DeviceAssemblies.Data("Sample.cs"));
        _sample = NativeAssembly.Read(DeviceAssemblies.CompileNative(_folder, "Sample.Natives", source));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Checksum_is_the_metadata_processors() => Assert.Equal(0x70F708DAu, _sample.Checksum);

    [Fact]
    public void Version_is_the_attributes() => Assert.Equal(new Version(1, 2, 3, 4), _sample.NativeVersion);

    [Fact]
    public void Table_has_a_row_for_every_method_in_the_metadata_processors_order()
    {
        string?[] expected =
        [
            null, // EmbeddedAttribute, which the compiler adds
            null, // IZebra.Run
            null, null, // Yak
            "Sample_Xenon::_ctor___VOID__I4",
            null, // Alpha.Draw
            "Sample_Alpha::Run___I4__SampleToken",
            "Sample_Alpha::Name___STRING__OBJECT__SampleTokenInner__SZARRAY_SystemTimeSpan",
            null, // constructor
            "Sample_Alpha::Count___STATIC__I8__SampleColour__BYREF_R4__BYREF_SystemDateTime",
            null, // Consume
            null, // Base.Draw
            "Sample_Base::Measure___I4__SZARRAY_U1__BYREF_SZARRAY_I4",
            null, // constructor
            null, null, null, null, // Handler
            "Sample_Point::Length___I4",
            null, // Token
            null, // Inner
            "Sample_Token__Inner::Spin___STATIC__VOID__I1__U2__CHAR__BOOLEAN__R8__U8__U4__I2",
        ];
        Assert.Equal(expected, _sample.Table.Select(row => row is null ? null : $"{row.Class}::{row.Name}"));
    }

    [Fact]
    public void Constants_come_with_their_class()
    {
        var type = Assert.Single(_sample.Classes, type => type.Name == "Sample_Base");
        Assert.Equal([new NativeConstant("Limit", 12)], type.Constants);
    }
}
