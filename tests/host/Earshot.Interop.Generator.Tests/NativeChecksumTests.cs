using System.Globalization;

namespace Earshot.Interop.Generator.Tests;

/// <summary>The checksum against those that nanoCLR's firmware is built with.</summary>
public class NativeChecksumTests
{
    public static TheoryData<string> Tables =>
        [.. File.ReadAllLines(DeviceAssemblies.Data("firmware-tables.psv")).Where(line => !line.StartsWith('#'))];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Sum_of_a_firmware_table_is_the_firmwares(string line)
    {
        var parts = line.Split('|');
        var checksum = new NativeChecksum(parts[0]);
        foreach (var row in parts.Skip(2))
        {
            if (int.TryParse(row, CultureInfo.InvariantCulture, out var managed))
            {
                for (; managed > 0; managed--)
                {
                    checksum.AddManaged();
                }
            }
            else
            {
                var names = row.Split("::");
                checksum.AddNative(new NativeMethod(names[0], names[1]));
            }
        }

        Assert.Equal(parts[1], "0x" + checksum.Value.ToString("X8", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Nothing_native_sums_to_zero()
    {
        var checksum = new NativeChecksum("Any");
        checksum.AddManaged();
        Assert.Equal(0u, checksum.Value);
    }
}
