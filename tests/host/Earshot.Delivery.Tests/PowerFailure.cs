namespace Earshot.Delivery.Tests;

/// <summary>The supply has gone: what was going on ends in the middle.</summary>
public sealed class PowerFailure : Exception;
