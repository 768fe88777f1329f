namespace Earshot.Deployment.Firmware;

/// <summary>What a firmware was built for; native-interop/nanoclr/firmware/limits.h is the record in its image.</summary>
/// <param name="ArenaBytes">Static RAM for the network: EARSHOT_ARENA_BYTES.</param>
/// <param name="RingSamples">Samples of the microphone's ring: EARSHOT_RING_SAMPLES.</param>
/// <param name="BlockSamples">Samples that arrive at once: EARSHOT_BLOCK_SAMPLES.</param>
/// <param name="PackBytes">Room for a deployed pack: EARSHOT_PACK_BYTES.</param>
public sealed record FirmwareLimits(long ArenaBytes, long RingSamples, long BlockSamples, long PackBytes);
