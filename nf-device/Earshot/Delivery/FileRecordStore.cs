using System;
using System.IO;

namespace Earshot;

/// <summary>
/// Records in the deployment storage, sixteen to a file: a file that small is written anew with each record at the cost of one
/// small write, and the file system (littlefs) spreads the wear and keeps the old content until the new one is complete.
/// </summary>
public sealed class FileRecordStore : IRecordStore
{
    private const int NoFile = -1;
    // The class library's own; the firmware's file system does not buffer.
    private const int BufferSize = 0;

    private readonly string _path;
    // The file that was read last: whoever looks through all records opens each file once.
    private byte[] _content;
    private int _contentOf = NoFile;
    private int _contentLength;

    /// <summary>Uses files of a folder; they are made as they are needed.</summary>
    /// <param name="path">Path and first letters of the files, such as <c>I:\queue</c>.</param>
    /// <param name="slots">How many records.</param>
    /// <param name="recordLength">Bytes of a record.</param>
    public FileRecordStore(string path, int slots, int recordLength)
    {
        _path = path;
        Slots = slots;
        RecordLength = recordLength;
    }

    /// <inheritdoc/>
    public int Slots { get; }

    /// <inheritdoc/>
    public int RecordLength { get; }

    /// <inheritdoc/>
    public bool TryRead(int slot, byte[] record)
    {
        try
        {
            Load(slot / QueueRecord.PerFile);
        }
        catch (Exception)
        {
            return false;
        }

        int offset = slot % QueueRecord.PerFile * RecordLength;
        if (_contentLength < offset + RecordLength)
        {
            return false;
        }

        Array.Copy(_content, offset, record, 0, RecordLength);
        if (slot == Slots - 1)
        {
            // Whoever looks through all records has done so.
            Forget();
        }

        return true;
    }

    /// <inheritdoc/>
    public bool TryWrite(int slot, byte[] record)
    {
        // Writing takes more memory than anything else that the node does.
        Forget();
        try
        {
            using (FileStream file = Open(slot / QueueRecord.PerFile, FileMode.OpenOrCreate, FileAccess.ReadWrite))
            {
                int offset = slot % QueueRecord.PerFile * RecordLength;
                file.Seek(0, SeekOrigin.End);
                for (long length = file.Length; length < offset; length++)
                {
                    file.WriteByte(0);
                }

                file.Seek(offset, SeekOrigin.Begin);
                file.Write(record, 0, RecordLength);
                file.Flush();
                Close(file);
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void Forget()
    {
        _contentOf = NoFile;
        _content = null;
    }

    private void Load(int number)
    {
        if (_contentOf == number)
        {
            return;
        }

        _contentOf = NoFile;
        _contentLength = 0;
        if (File.Exists(PathOf(number)))
        {
            if (_content == null)
            {
                _content = new byte[(Slots < QueueRecord.PerFile ? Slots : QueueRecord.PerFile) * RecordLength];
            }

            using (FileStream file = Open(number, FileMode.Open, FileAccess.Read))
            {
                _contentLength = file.Read(_content, 0, _content.Length);
                Close(file);
            }
        }

        _contentOf = number;
    }

    // By the constructor that the shorter ones lead to, whose frames would take heap meanwhile.
    private FileStream Open(int number, FileMode mode, FileAccess access)
    {
        return new FileStream(PathOf(number), mode, access, FileShare.Read, BufferSize);
    }

    // Closing a FileStream leaves its finalizer registered, which would keep each of them over the next collection.
    private static void Close(FileStream file)
    {
        file.Close();
        GC.SuppressFinalize(file);
    }

    private string PathOf(int number)
    {
        return _path + number.ToString();
    }
}
