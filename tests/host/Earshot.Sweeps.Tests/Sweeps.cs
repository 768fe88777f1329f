using Earshot.Sweeps.Configuration;
using Earshot.Sweeps.Trials;
using Earshot.TestSupport;

namespace Earshot.Sweeps.Tests;

/// <summary>Sweeps to test with.</summary>
internal static class Sweeps
{
    public const string Grid =
        """
        name: small nets
        base:
          dataset: ../sounds
          training: { model: ds-cnn-64, epochs: 3 }
        ranges:
          training.model: [ds-cnn-64, stride-ds-24]
          training.learning-rate: { log: [1e-3, 1e-1], count: 3 }
        """;

    public static SweepDefinition Read(TemporaryFolder folder, string yaml)
    {
        var file = folder.File("given", "sweep.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, yaml);
        return SweepFile.Read(file);
    }

    public static SweepFolder LayOut(TemporaryFolder folder, string yaml = Grid, FakeRunner? runner = null) =>
        SweepPlanner.LayOut(Read(folder, yaml), folder.File("out"), "earshot sweep", runner ?? new FakeRunner());
}
