namespace Earshot.Payload;

/// <summary>For how long a class was heard.</summary>
/// <param name="Label">Index of the class in the model; 255 for sounds that are none of them.</param>
/// <param name="Name">The class's name; null when it is not known here.</param>
/// <param name="Seconds">Seconds, to within 1/32.</param>
public sealed record ClassTime(int Label, string? Name, int Seconds);
