using System;
using System.IO;

namespace Earshot;

/// <summary>
/// Records in the deployment storage, sixteen to a file: a file that small is written anew with each record at the cost of one
/// small write, and the file system (littlefs) spreads the wear and keeps the old content until the new one is complete.
/// </summary>
public sealed class FileRecordStore : IRecordStore
{
    private const int RecordsPerFile = 16;

    private readonly string _path;

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
            string path = PathOf(slot);
            if (!File.Exists(path))
            {
                return false;
            }

            using (FileStream file = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                int offset = slot % RecordsPerFile * RecordLength;
                if (file.Length < offset + RecordLength)
                {
                    return false;
                }

                file.Seek(offset, SeekOrigin.Begin);
                return file.Read(record, 0, RecordLength) == RecordLength;
            }
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool TryWrite(int slot, byte[] record)
    {
        try
        {
            using (FileStream file = new FileStream(PathOf(slot), FileMode.OpenOrCreate, FileAccess.ReadWrite))
            {
                int offset = slot % RecordsPerFile * RecordLength;
                file.Seek(0, SeekOrigin.End);
                for (long length = file.Length; length < offset; length++)
                {
                    file.WriteByte(0);
                }

                file.Seek(offset, SeekOrigin.Begin);
                file.Write(record, 0, RecordLength);
                file.Flush();
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private string PathOf(int slot)
    {
        return _path + (slot / RecordsPerFile).ToString();
    }
}
