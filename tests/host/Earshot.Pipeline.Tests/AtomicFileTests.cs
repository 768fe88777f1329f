using Earshot.TestSupport;
using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TextHasTheSameBytesWhicheverSystemWritesIt()
    {
        var path = Path.Combine(_folder.FullPath, "deeper", "text");

        AtomicFile.WriteAllText(path, "one\r\ntwo\nµ\r\n");

        Assert.Equal("one\ntwo\nµ\n"u8.ToArray(), File.ReadAllBytes(path));
    }

    public void Dispose() => _folder.Dispose();
}
