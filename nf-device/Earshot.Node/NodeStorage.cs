using System;
using System.IO;

namespace Earshot.Node;

/// <summary>
/// Where a node keeps what must outlive a reset: in files of the deployment storage, else in what little backup memory there is,
/// else nowhere.
/// </summary>
public sealed class NodeStorage
{
    private const string Drive = "I:\\";

    /// <summary>Finds out what the board has. Writes nothing: each start would wear the flash.</summary>
    public NodeStorage()
    {
        HasFiles = IsThere();
        if (HasFiles)
        {
            Marks = new FileRecordStore(Drive + "marks", 2, LabelQueue.MarkLength);
            Memory = new FileRecordStore(Drive + "memory", 2, NodeMemory.RecordLength);
            Messages = new FileRecordStore(Drive + "queue", LabelQueue.NodeSlots, LabelQueue.RecordLength);
            Settings = new FileRecordStore(Drive + "settings", 2, NodeSettings.Length);
            return;
        }

        Settings = new MemoryRecordStore(0, NodeSettings.Length);
        try
        {
            int marks = 2 * BackupRecordStore.StrideOf(LabelQueue.MarkLength);
            int messages = marks + (2 * BackupRecordStore.StrideOf(NodeMemory.RecordLength));
            Marks = new BackupRecordStore(0, 2, LabelQueue.MarkLength);
            Memory = new BackupRecordStore(marks, 2, NodeMemory.RecordLength);
            Messages = new BackupRecordStore(messages, LabelQueue.NodeSlots, LabelQueue.RecordLength);
        }
        catch (Exception)
        {
            Marks = new MemoryRecordStore(2, LabelQueue.MarkLength);
            Memory = new MemoryRecordStore(0, NodeMemory.RecordLength);
            Messages = new MemoryRecordStore(0, LabelQueue.RecordLength);
        }
    }

    /// <summary>Whether there is a file system. Whether it can be written, the first message shows.</summary>
    public bool HasFiles { get; }

    /// <summary>Stores the settings.</summary>
    public IRecordStore Settings { get; }

    /// <summary>Stores what the node remembers of itself.</summary>
    public IRecordStore Memory { get; }

    /// <summary>Stores the queue's messages.</summary>
    public IRecordStore Messages { get; }

    /// <summary>Stores how far the queue has come.</summary>
    public IRecordStore Marks { get; }

    private static bool IsThere()
    {
        try
        {
            return new DriveInfo(Drive).TotalSize > 0;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
