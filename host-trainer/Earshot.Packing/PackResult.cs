using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing;

/// <summary>A finished pack.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Network">The network that it holds.</param>
/// <param name="Time">How it runs along time.</param>
/// <param name="Arena">Where its tensors lie.</param>
/// <param name="Decisions">What the packer chose, as sentences.</param>
public sealed record PackResult(byte[] Bytes, QuantizedNetwork Network, TimePlan Time, ArenaPlan Arena, IReadOnlyList<string> Decisions);
