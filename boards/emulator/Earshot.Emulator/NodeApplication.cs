namespace Earshot.Emulator;

/// <summary>Earshot's own app, as it was built together with the emulator.</summary>
public static class NodeApplication
{
    /// <summary>The path of Earshot.Node.dll.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "device", "Earshot.Node.dll");
}
