extern alias device;

using HostStream = System.IO.MemoryStream;
using MemoryStream = device::System.IO.MemoryStream;
using SeekOrigin = device::System.IO.SeekOrigin;
using StreamReader = device::System.IO.StreamReader;
using StreamWriter = device::System.IO.StreamWriter;

namespace Earshot.StandIns.Tests;

/// <summary>The stand-in's streams do what .NET's do.</summary>
public class StreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_operations_on_memory_give_the_same_bytes(int seed)
    {
        var random = new Random(seed);
        var ours = new MemoryStream();
        var theirs = new HostStream();
        for (int step = 0; step < 3000; step++)
        {
            Operate(random, ours, theirs);
            Assert.Equal(theirs.Position, ours.Position);
            Assert.Equal(theirs.Length, ours.Length);
        }

        Assert.Equal(theirs.ToArray(), ours.ToArray());
    }

    [Fact]
    public void Given_array_neither_grows_nor_changes_when_read_only()
    {
        var fixedSize = new MemoryStream(new byte[3]) { Position = 2 };
        Assert.Throws<NotSupportedException>(() => fixedSize.Write([1, 2], 0, 2));
        var readOnly = new MemoryStream(new byte[3], false);
        Assert.False(readOnly.CanWrite);
        Assert.Throws<NotSupportedException>(() => readOnly.WriteByte(1));
        readOnly.Close();
        Assert.Throws<device::System.ObjectDisposedException>(() => readOnly.ReadByte());
        Assert.Throws<IOException>(() => fixedSize.Seek(-3, SeekOrigin.Current));
    }

    [Fact]
    public void Copying_takes_the_rest_of_the_stream()
    {
        byte[] bytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];
        var source = new MemoryStream(bytes) { Position = 1000 };
        var target = new MemoryStream();
        source.CopyTo(target);
        Assert.Equal(bytes[1000..], target.ToArray());
    }

    [Fact]
    public void Text_goes_through_writer_and_reader()
    {
        var stream = new MemoryStream();
        var writer = new StreamWriter(stream, leaveOpen: true);
        string longLine = new('ü', 3000);
        writer.WriteLine("first");
        writer.Write('ß');
        writer.Write(12);
        writer.WriteLine(longLine);
        writer.NewLine = "\n";
        writer.WriteLine(true);
        writer.Write("end€");
        writer.Dispose();
        Assert.True(stream.CanRead);

        stream.Position = 0;
        using var reader = new StreamReader(stream);
        Assert.Equal("first", reader.ReadLine());
        Assert.Equal('ß', reader.Peek());
        Assert.Equal('ß', reader.Read());
        Assert.Equal("12" + longLine, reader.ReadLine());
        Assert.Equal("True", reader.ReadLine());
        Assert.Equal("end€", reader.ReadToEnd());
        Assert.Equal(-1, reader.Peek());
        Assert.Null(reader.ReadLine());
    }

    [Fact]
    public void Each_kind_of_line_end_ends_one_line()
    {
        using var reader = new StreamReader(new MemoryStream("a\r\nb\rc\n\n"u8.ToArray()));
        Assert.Equal(["a", "b", "c", "", null], Enumerable.Range(0, 5).Select(_ => reader.ReadLine()));
    }

    [Fact]
    public void A_character_cut_by_the_buffer_is_whole()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', 511), .. "€uro"u8];
        using var reader = new StreamReader(new MemoryStream(bytes));
        Assert.EndsWith("x€uro", reader.ReadToEnd());
    }

    private static void Operate(Random random, MemoryStream ours, HostStream theirs)
    {
        byte[] bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        int offset = random.Next(bytes.Length + 1);
        int count = random.Next(bytes.Length - offset + 1);
        switch (random.Next(7))
        {
            case 0:
                ours.Write(bytes, offset, count);
                theirs.Write(bytes, offset, count);
                break;
            case 1:
                var read = (byte[])bytes.Clone();
                Assert.Equal(theirs.Read(bytes, offset, count), ours.Read(read, offset, count));
                Assert.Equal(bytes, read);
                break;
            case 2:
                Assert.Equal(theirs.ReadByte(), ours.ReadByte());
                break;
            case 3:
                ours.WriteByte((byte)count);
                theirs.WriteByte((byte)count);
                break;
            case 4:
                long position = random.Next(600);
                Assert.Equal(theirs.Seek(position, System.IO.SeekOrigin.Begin), ours.Seek(position, SeekOrigin.Begin));
                break;
            case 5:
                Assert.Equal(theirs.Seek(-theirs.Length / 2, System.IO.SeekOrigin.End), ours.Seek(-ours.Length / 2, SeekOrigin.End));
                break;
            default:
                int length = random.Next(600);
                ours.SetLength(length);
                theirs.SetLength(length);
                break;
        }
    }
}
