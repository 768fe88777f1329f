namespace Earshot.Emulator.Storage;

/// <summary>Flashes a node's settings before it is switched on, as the node's own store would have written them.</summary>
public static class NodeSettingsFile
{
    /// <summary>Writes them into the first of the store's two files.</summary>
    public static void Write(FlashStorage storage, NodeSettings settings)
    {
        var record = new byte[NodeSettings.Length];
        settings.Write(record);
        storage.Files.WriteFile(@"\settings0", record);
    }
}
