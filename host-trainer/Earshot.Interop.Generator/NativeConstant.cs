namespace Earshot.Interop.Generator;

/// <summary>A public integer constant of the managed half that the firmware's half needs as well.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record NativeConstant(string Name, int Value);
