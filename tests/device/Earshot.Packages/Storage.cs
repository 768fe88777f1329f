using System;
using System.IO;
using System.Threading;

namespace Earshot.Packages;

internal static class Storage
{
    private const string State = "I:\\state.bin";

    public static void Files()
    {
        Directory.CreateDirectory("I:\\logs\\old");
        File.WriteAllText("I:\\logs\\a.txt", "siren");
        using (StreamWriter writer = new StreamWriter(new FileStream("I:\\logs\\b.txt", FileMode.Create, FileAccess.Write)))
        {
            writer.WriteLine("dog");
            writer.WriteLine("jackhammer");
        }

        Host.Report(File.ReadAllText("I:\\logs\\a.txt"));
        using (StreamReader reader = File.OpenText("I:\\logs\\b.txt"))
        {
            reader.ReadLine();
            Host.Report(reader.ReadLine());
        }

        File.Move("I:\\logs\\a.txt", "I:\\logs\\old\\c.txt");
        foreach (string path in Directory.GetFiles("I:\\logs"))
        {
            Host.Report(path);
        }

        Host.Report(Directory.GetDirectories("I:\\logs")[0] + " " + File.Exists("I:\\logs\\a.txt").ToString());
        File.SetAttributes("I:\\logs\\old\\c.txt", FileAttributes.ReadOnly);
        Host.Report(((int)File.GetAttributes("I:\\logs\\old\\c.txt")).ToString());
        Host.Report(new FileInfo("I:\\logs\\b.txt").Length.ToString());
        Directory.Delete("I:\\logs", true);
        Host.Report(Directory.Exists("I:\\logs").ToString());
        DriveInfo drive = DriveInfo.GetDrives()[0];
        Host.Report(drive.Name + " " + drive.TotalSize.ToString() + " " + ((int)drive.DriveType).ToString());
    }

    public static void Streams()
    {
        byte[] bytes = new byte[10000];
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)index;
        }

        using (FileStream stream = new FileStream(State, FileMode.Create))
        {
            stream.Write(bytes, 0, bytes.Length);
            stream.Seek(5000, SeekOrigin.Begin);
            stream.WriteByte(1);
            stream.Position = 9999;
            Host.Report(stream.ReadByte().ToString() + " " + stream.ReadByte().ToString() + " " + stream.Length.ToString());
            stream.SetLength(6000);
            stream.SetLength(7000);
            Host.Report(stream.Length.ToString());
            stream.Seek(100, SeekOrigin.End);
            stream.WriteByte(2);
        }

        byte[] read = File.ReadAllBytes(State);
        Host.Report(read.Length.ToString() + " " + read[5000].ToString() + " " + read[6050].ToString() + " " + read[6100].ToString());
        using (FileStream stream = new FileStream(State, FileMode.Append, FileAccess.Write))
        {
            stream.Write(bytes, 0, 5);
        }

        Host.Report(new FileInfo(State).Length.ToString());
    }

    public static void Full()
    {
        File.WriteAllText(State, "kept");
        byte[] block = new byte[4000];
        int written = 0;
        try
        {
            for (int index = 0; ; index++)
            {
                File.WriteAllBytes("I:\\" + index.ToString(), block);
                written++;
            }
        }
        catch (IOException exception)
        {
            Host.Report(((int)exception.ErrorCode).ToString("X8"));
        }

        Host.Report(written.ToString() + " " + File.ReadAllText(State));
        File.Delete("I:\\0");
        File.WriteAllBytes("I:\\again", block);
        Host.Report(new FileInfo("I:\\again").Length.ToString());
    }

    /// <summary>Each boot reports what it finds, and leaves one file synchronised and one not.</summary>
    public static void Boots()
    {
        Host.Report((File.Exists(State) ? File.ReadAllText(State) : "none") + " " + File.Exists("I:\\loose").ToString());
        File.WriteAllText(State, "written at " + DateTime.UtcNow.Second.ToString());
        FileStream loose = new FileStream("I:\\loose", FileMode.Create);
        loose.Write(new byte[5000], 0, 5000);
        Thread.Sleep(2000);
        Host.Report("flush");
        loose.Flush();
        Thread.Sleep(60000);
    }

    /// <summary>Each boot reports which of its contents a file has, and writes the next one.</summary>
    public static void Rewrite()
    {
        byte[] content = File.Exists(State) ? File.ReadAllBytes(State) : new byte[0];
        byte version = content.Length == 0 ? (byte)0 : content[0];
        bool whole = content.Length == 0 || content.Length == 9000;
        for (int index = 0; index < content.Length; index++)
        {
            whole &= content[index] == version;
        }

        Host.Report(version.ToString() + " " + whole.ToString());
        byte[] next = new byte[9000];
        for (int index = 0; index < next.Length; index++)
        {
            next[index] = (byte)(version + 1);
        }

        File.WriteAllBytes(State, next);
        Host.Report("done");
        Thread.Sleep(Timeout.Infinite);
    }

    public static void Errors()
    {
        Try(() => File.ReadAllText("I:\\nothing"));
        Try(() => File.ReadAllText("D:\\nothing"));
        Try(() => new FileStream("I:\\no\\folder", FileMode.Create));
        Directory.CreateDirectory("I:\\folder");
        Try(() => new FileStream("I:\\folder", FileMode.Open));
        File.WriteAllText("I:\\folder\\file", "text");
        Try(() => Directory.Delete("I:\\folder"));
        Try(() => new FileStream("I:\\folder\\file", FileMode.CreateNew));
        using (FileStream open = File.OpenRead("I:\\folder\\file"))
        {
            Try(() => File.Delete("I:\\folder\\file"));
            open.Dispose();
            Try(() => open.ReadByte());
        }

        Try(() => new nanoFramework.System.IO.FileSystem.SDCard());
    }

    private static void Try(ThreadStart action)
    {
        try
        {
            action();
            Host.Report("nothing");
        }
        catch (IOException exception)
        {
            Host.Report(((int)exception.ErrorCode).ToString("X8"));
        }
        catch (Exception exception)
        {
            Host.Report(exception.GetType().Name);
        }
    }
}
