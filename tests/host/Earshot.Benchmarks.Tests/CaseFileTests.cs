using System.Buffers.Binary;
using System.Text;
using Earshot.Benchmarks.Measuring;

namespace Earshot.Benchmarks.Tests;

public sealed class CaseFileTests
{
    private static readonly byte[] Pack = [.. Enumerable.Range(1, 41).Select(value => (byte)value)];

    [Fact]
    public void Layout_is_header_pack_and_features_without_a_gap()
    {
        var file = CaseFile.Create("street", Pack, columns: 7, bands: 5);

        Assert.Equal(CaseFile.HeaderBytes + Pack.Length + 35, file.Length);
        Assert.Equal(41u, BinaryPrimitives.ReadUInt32LittleEndian(file));
        Assert.Equal(7u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal("street\0", Encoding.UTF8.GetString(file, 16, 7));
        Assert.Equal(Pack, file[CaseFile.HeaderBytes..(CaseFile.HeaderBytes + Pack.Length)]);
        Assert.True(file[^35..].Distinct().Count() > 20);
    }

    [Fact]
    public void Long_name_keeps_its_end_of_text_and_whole_characters()
    {
        var file = CaseFile.Create(new string('x', 46) + "é and more", Pack, columns: 1, bands: 1);

        Assert.Equal(new string('x', 46) + "\0\0", Encoding.UTF8.GetString(file, 16, 48));
        Assert.Equal(Pack[0], file[CaseFile.HeaderBytes]);
    }

    [Fact]
    public void Same_arguments_give_the_same_bytes() =>
        Assert.Equal(CaseFile.Create("a", Pack, 9, 30), CaseFile.Create("a", Pack, 9, 30));
}
