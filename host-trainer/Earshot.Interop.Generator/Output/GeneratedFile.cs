namespace Earshot.Interop.Generator.Output;

/// <summary>A file that follows from the assembly.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">Its whole content, lines ended by line feeds.</param>
public sealed record GeneratedFile(string Name, string Text);
