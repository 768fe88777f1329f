namespace Earshot.Packing.Import;

/// <summary>An axis of a deployed tensor.</summary>
internal enum PhysicalAxis
{
    Time,
    Frequency,
    Channel,
}
