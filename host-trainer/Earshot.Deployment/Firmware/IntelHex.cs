using System.Globalization;

namespace Earshot.Deployment.Firmware;

/// <summary>Finds which addresses an Intel HEX file fills.</summary>
public static class IntelHex
{
    /// <summary>Reads a file and checks every record's checksum.</summary>
    /// <returns>The first address that it fills and the one after the last.</returns>
    /// <exception cref="InputException">It is damaged or not Intel HEX.</exception>
    public static (long Start, long End) Extent(string path)
    {
        var (start, end, high) = (long.MaxValue, 0L, 0L);
        var ended = false;
        foreach (var (line, index) in File.ReadAllLines(path).Select((line, index) => (line.Trim(), index)))
        {
            if (line.Length == 0 || ended)
            {
                continue;
            }

            var record = Record(line) ?? throw Damaged(path, FormattableString.Invariant($"line {index + 1} is not a record of Intel HEX"));
            var address = (record[1] << 8) | record[2];
            switch (record[3])
            {
                case 0:
                    start = Math.Min(start, high + address);
                    end = Math.Max(end, high + address + record[0]);
                    break;
                case 1:
                    ended = true;
                    break;
                case 2:
                    high = (long)((record[4] << 8) | record[5]) << 4;
                    break;
                case 4:
                    high = (long)((record[4] << 8) | record[5]) << 16;
                    break;
            }
        }

        return ended && end > 0 ? (start, end) : throw Damaged(path, "it ends early");
    }

    private static byte[]? Record(string line)
    {
        if (line[0] != ':' || line.Length < 11 || line.Length % 2 == 0)
        {
            return null;
        }

        var bytes = new byte[(line.Length - 1) / 2];
        for (var index = 0; index < bytes.Length; index++)
        {
            if (!byte.TryParse(line.AsSpan(1 + (2 * index), 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[index]))
            {
                return null;
            }
        }

        var isWhole = bytes.Length == bytes[0] + 5 && (bytes.Sum(value => value) & 0xFF) == 0;
        return isWhole && (bytes[3] is not (2 or 4) || bytes[0] == 2) ? bytes : null;
    }

    private static InputException Damaged(string path, string what) => new(path, $"{what}.", "Build the firmware again, or copy its files again.");
}
