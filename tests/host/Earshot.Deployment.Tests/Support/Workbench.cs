using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Earshot.Deployment.Plans;
using Earshot.Emulator.Boards;
using Earshot.TestSupport;

namespace Earshot.Deployment.Tests.Support;

/// <summary>A firmware, an app and a model that belong together, as files.</summary>
internal sealed class Workbench : IDisposable
{
    public const uint Checksum = 0x12AB_34CD;
    public const uint MscorlibChecksum = 0x1549_C856;

    /// <summary>What a firmware has when nobody says otherwise.</summary>
    public static readonly uint[] DefaultLimits = [24576, 2048, 64, 131072];

    private readonly TemporaryFolder _folder = new();

    public Workbench(string target = "ST_NUCLEO64_F411RE_NF")
    {
        Board = BoardCatalog.Find(target);
        Directory.CreateDirectory(Firmware);
        Directory.CreateDirectory(App);
        WriteFirmware(Board.Target, Checksum, null, DefaultLimits);
        WriteList(Checksum);
        WriteApp(Checksum);
        File.Copy(Path.Combine(RepositoryLayout.Root, "tests", "native", "fuzz", "corpus", "stream.earshot"), Pack);
    }

    public BoardDescription Board { get; }

    public string Folder => _folder.FullPath;

    public string Firmware => _folder.File("firmware");

    public string App => _folder.File("app");

    public string Pack => _folder.File("model.earshot");

    public DeploymentRequest Request => new()
    {
        Board = Board,
        Firmware = Firmware,
        Application = App,
        Model = Pack,
        Port = Board.Nanoff.Interface == "serial" ? "COM9" : null,
    };

    /// <param name="target">The target that it names.</param>
    /// <param name="checksum">Of Earshot.Interop.</param>
    /// <param name="reset">Where it starts.</param>
    /// <param name="limits">Arena, ring, block and room for a pack; none for a firmware that does not say.</param>
    public void WriteFirmware(string target, uint checksum, long? reset = null, params uint[] limits)
    {
        var memory = Board.Memory;
        var name = Encoding.ASCII.GetBytes("Earshot.Interop\0");
        var image = new byte[4096];
        BinaryPrimitives.WriteUInt32LittleEndian(image, 0x2000_0400);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(4), (uint)((reset ?? memory.ClrAddress + 512) | 1));
        name.CopyTo(image, 1026);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(2048), (uint)(memory.ClrAddress + 1026));
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(2052), checksum);
        Encoding.ASCII.GetBytes(target + "\0").CopyTo(image, 3000);
        if (limits.Length > 0)
        {
            "EARSHOT-LIMITS1\0"u8.CopyTo(image.AsSpan(1200));
            for (var index = 0; index < limits.Length; index++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(1216 + (4 * index)), limits[index]);
            }
        }

        File.WriteAllBytes(Path.Combine(Firmware, "nanoCLR.bin"), image);
        File.WriteAllText(Path.Combine(Firmware, "nanoCLR.hex"), Hex(memory.ClrAddress, image));
        File.WriteAllText(Path.Combine(Firmware, "nanoBooter.hex"), Hex(0x0800_0000, image));
    }

    public void WriteList(uint checksum) => File.WriteAllText(
        Path.Combine(Firmware, "native_assemblies.csv"),
        string.Create(CultureInfo.InvariantCulture, $"mscorlib,100.5.0.19,0x{MscorlibChecksum:X8}\nEarshot.Interop,1.0.0.0,0x{checksum:X8}\n"));

    public void WriteApp(uint interopChecksum)
    {
        Write("mscorlib", AssemblyBuilder.Build("mscorlib", "1.17.11.0", MscorlibChecksum));
        Write("Earshot.Interop", AssemblyBuilder.Build("Earshot.Interop", "0.1.0.0", interopChecksum, ("mscorlib", "1.17.11.0")));
        Write("Earshot.Node", AssemblyBuilder.Build("Earshot.Node", "0.1.0.0", 0, ("mscorlib", "1.17.11.0"), ("Earshot.Interop", "0.1.0.0")));
    }

    public void Write(string name, byte[] assembly) => File.WriteAllBytes(Path.Combine(App, name + ".pe"), assembly);

    public void Dispose() => _folder.Dispose();

    /// <summary>Intel HEX of some bytes.</summary>
    public static string Hex(long address, ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        Record(text, 0, 4, [(byte)(address >> 24), (byte)(address >> 16)]);
        for (var at = 0; at < bytes.Length; at += 16)
        {
            Record(text, (ushort)(address + at), 0, bytes.Slice(at, Math.Min(16, bytes.Length - at)));
        }

        Record(text, 0, 1, []);
        return text.ToString();
    }

    private static void Record(StringBuilder text, ushort offset, byte kind, ReadOnlySpan<byte> bytes)
    {
        byte[] record = [(byte)bytes.Length, (byte)(offset >> 8), (byte)offset, kind, .. bytes];
        text.Append(':').Append(Convert.ToHexString(record));
        text.AppendLine(CultureInfo.InvariantCulture, $"{(byte)-record.Sum(value => value):X2}");
    }
}
