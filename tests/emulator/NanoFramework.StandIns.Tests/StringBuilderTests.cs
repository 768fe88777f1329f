extern alias device;

using DeviceBuilder = device::System.Text.StringBuilder;
using HostBuilder = System.Text.StringBuilder;

namespace Earshot.StandIns.Tests;

/// <summary>The stand-in's StringBuilder does what .NET's does.</summary>
public class StringBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_edits_give_the_same_text(int seed)
    {
        var random = new Random(seed);
        var ours = new DeviceBuilder();
        var theirs = new HostBuilder();
        for (int step = 0; step < 2000; step++)
        {
            Edit(random, ours, theirs);
            Assert.Equal(theirs.ToString(), ours.ToString());
            Assert.Equal(theirs.Length, ours.Length);
        }
    }

    [Fact]
    public void Wrong_ranges_are_refused()
    {
        var builder = new DeviceBuilder("abc");
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Remove(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Insert(4, "x", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Append("abc", 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Replace('a', 'b', 0, 4));
        Assert.Throws<ArgumentException>(() => builder.Replace("", "b"));
        Assert.Throws<IndexOutOfRangeException>(() => builder[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeviceBuilder(2, 4).Append("abcde"));
        Assert.Equal("abc", builder.ToString());
    }

    [Fact]
    public void Length_and_capacity_follow_each_other()
    {
        var builder = new DeviceBuilder("abcdef", 6) { Length = 3 };
        Assert.Equal("abc", builder.ToString());
        builder.Length = 5;
        Assert.Equal("abc\0\0", builder.ToString());
        builder.Capacity = 5;
        Assert.Equal(5, builder.Capacity);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Capacity = 4);
        Assert.True(builder.Append('x').Capacity >= 6);
    }

    private static void Edit(Random random, DeviceBuilder ours, HostBuilder theirs)
    {
        string text = new([.. Enumerable.Range(0, random.Next(4)).Select(_ => (char)('a' + random.Next(3)))]);
        int start = random.Next(theirs.Length + 1);
        int count = random.Next(theirs.Length - start + 1);
        switch (random.Next(8))
        {
            case 0:
                ours.Append(text).Append(start).Append('a', count % 5);
                theirs.Append(text).Append(start).Append('a', count % 5);
                break;
            case 1:
                ours.Insert(start, text, 2);
                theirs.Insert(start, text, 2);
                break;
            case 2:
                ours.Insert(start, text.ToCharArray(), 0, text.Length);
                theirs.Insert(start, text.ToCharArray(), 0, text.Length);
                break;
            case 3:
                ours.Remove(start, count);
                theirs.Remove(start, count);
                break;
            case 4:
                ours.Replace('a', 'b', start, count);
                theirs.Replace('a', 'b', start, count);
                break;
            case 5 when text.Length > 0:
                ours.Replace(text, "ca", start, count);
                theirs.Replace(text, "ca", start, count);
                break;
            case 6 when text.Length > 0:
                ours.Replace(text, null);
                theirs.Replace(text, null);
                break;
            default:
                ours.Append(text.ToCharArray()).AppendLine(text);
                theirs.Append(text.ToCharArray()).Append(text).Append("\r\n");
                break;
        }

        if (theirs.Length > 400)
        {
            ours.Clear();
            theirs.Clear();
        }
    }
}
