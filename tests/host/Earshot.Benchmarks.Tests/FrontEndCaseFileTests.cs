using System.Buffers.Binary;
using System.Text;
using Earshot.Benchmarks.Measuring;
using Earshot.Native;

namespace Earshot.Benchmarks.Tests;

public sealed class FrontEndCaseFileTests
{
    private static readonly FrontEndTables Tables = FrontEndTables.Build(new FrontEndConfiguration { Bands = 20 });
    private static readonly byte[] File = FrontEndCaseFile.Create(Tables);

    [Fact]
    public void One_case_is_followed_by_an_empty_header()
    {
        var size = U32(0);
        Assert.Equal(0, size % 16);
        Assert.Equal(size + 128, File.Length);
        Assert.All(File[size..], value => Assert.Equal(0, value));
        Assert.Equal("front-end\0", Encoding.ASCII.GetString(File, 16, 10));
    }

    [Fact]
    public void Tables_lie_where_the_record_says()
    {
        Assert.Equal(Tables.Window, Integers(U32(64 + 32), Tables.Window.Length));
        Assert.Equal(Tables.Means, Integers(U32(64 + 52), Tables.BandCount));
        Assert.Equal(Tables.Multipliers, Integers(U32(64 + 56), Tables.BandCount));
        Assert.Equal(Tables.Triangles[1].RiseSlope, (uint)U32(U32(64 + 36) + 16 + 8));
    }

    [Fact]
    public void Expected_hash_depends_on_the_front_end()
    {
        var other = FrontEndCaseFile.Create(FrontEndTables.Build(new FrontEndConfiguration { Bands = 20, LowHertz = 200 }));
        Assert.NotEqual(U32(12), BinaryPrimitives.ReadInt32LittleEndian(other.AsSpan(12)));
        Assert.Equal(File, FrontEndCaseFile.Create(Tables));
    }

    [Theory]
    [InlineData(FrontEndKind.LogMel, 20)]
    [InlineData(FrontEndKind.Samples, 256)]
    public void Record_names_the_kind_of_front_end(FrontEndKind kind, int bands)
    {
        var file = FrontEndCaseFile.Create(FrontEndTables.Build(new FrontEndConfiguration { Kind = kind, Bands = bands }));
        Assert.Equal((int)kind, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(64)));
        Assert.Equal(bands, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(64 + 14)));
    }

    private static int U32(int at) => BinaryPrimitives.ReadInt32LittleEndian(File.AsSpan(at));

    private static int[] Integers(int at, int count) => [.. Enumerable.Range(0, count).Select(index => U32(at + 4 * index))];
}
