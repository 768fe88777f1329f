using Earshot.Emulator.Classification;
using Earshot.Emulator.Sound;
using Earshot.FieldTrials.Nodes;

namespace Earshot.Emulator.Tests;

/// <summary>A node over LoRaWAN with an engine that needs no training.</summary>
internal sealed class NodeBench : FieldNode
{
    public NodeBench(ISoundSource? sound = null, Action<NodeSettings>? set = null, DateTime? start = null, (byte[] Deployed, byte[] BuiltIn)? models = null)
        : base(Fake with
        {
            Sound = sound,
            Set = set,
            PowerOn = start ?? Fake.PowerOn,
            DeployedModel = models?.Deployed ?? Fake.DeployedModel,
            BuiltInModel = models?.BuiltIn ?? [],
            OpenModel = models is null ? FakeEngine.Open : CModuleEngine.Open,
        })
    {
    }

    /// <summary>Settings of a node with three classes whose sounds are constants.</summary>
    public static FieldNodeSettings Fake { get; } = new() { DeployedModel = new byte[] { 3 }, OpenModel = FakeEngine.Open };
}
