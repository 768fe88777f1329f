using Earshot.Deployment.Images;
using Earshot.Deployment.Tests.Support;

namespace Earshot.Deployment.Tests;

public sealed class DeviceAssemblyReaderTests
{
    private static readonly byte[] Good = AssemblyBuilder.Build("Earshot", "0.1.2.3", 0xCAFE_F00D, ("mscorlib", "1.17.11.0"), ("System.Math", "1.5.116.0"));

    [Fact]
    public void The_header_and_the_references_are_read()
    {
        var assembly = DeviceAssemblyReader.Read(Good, "Earshot.pe");

        Assert.Equal("Earshot", assembly.Name);
        Assert.Equal(new Version(0, 1, 2, 3), assembly.Version);
        Assert.Equal(0xCAFE_F00Du, assembly.NativeChecksum);
        Assert.Equal(
            [new AssemblyReference("mscorlib", new Version(1, 17, 11, 0)), new AssemblyReference("System.Math", new Version(1, 5, 116, 0))],
            assembly.References);
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        for (var at = 0; at < Good.Length; at++)
        {
            var bad = Good.ToArray();
            bad[at] ^= 0x10;
            var error = Assert.Throws<InputException>(() => DeviceAssemblyReader.Read(bad, "Earshot.pe"));
            Assert.Equal("Earshot.pe", error.Origin);
        }
    }

    [Fact]
    public void Every_shortened_assembly_is_refused()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            Assert.Throws<InputException>(() => DeviceAssemblyReader.Read(Good.AsMemory(0, length), "Earshot.pe"));
        }
    }

    [Fact]
    public void An_assembly_of_the_second_line_is_told_apart()
    {
        var second = Good.ToArray();
        second[5] = (byte)'2';
        Assert.Contains("2.x", Assert.Throws<InputException>(() => DeviceAssemblyReader.Read(second, "Earshot.pe")).Problem);
    }

    [Fact]
    public void Tables_outside_the_assembly_are_refused_even_with_right_checksums()
    {
        for (var table = 0; table < DeviceAssemblyReader.EndTable; table++)
        {
            var bad = Good.ToArray();
            BitConverter.GetBytes(0x7FFF_FFF0).CopyTo(bad, DeviceAssemblyReader.TablesOffset + (4 * table));
            AssemblyBuilder.Seal(bad);
            if (table is 0 or 1 or DeviceAssemblyReader.StringsTable or DeviceAssemblyReader.StringsTable + 1)
            {
                Assert.Contains("table", Assert.Throws<InputException>(() => DeviceAssemblyReader.Read(bad, "Earshot.pe")).Problem);
            }
        }
    }

    [Fact]
    public void The_checksum_is_the_one_of_nanoCLR()
    {
        // CRC-32/MPEG-2 of "123456789" is 0x0376E6E7 from a start of all ones; from 0 it is 0x89A1897F.
        Assert.Equal(0x89A1_897Fu, NanoCrc32.Of("123456789"u8));
    }
}
