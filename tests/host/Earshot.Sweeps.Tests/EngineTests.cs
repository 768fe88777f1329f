using Earshot.Sweeps.Engines;
using Earshot.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Tests;

public sealed class EngineTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 3, 7, 9, 10 }, "1-3,7,9-10")]
    [InlineData(new[] { 5 }, "5")]
    [InlineData(new int[0], "")]
    public void Array_indices_are_written_as_Slurm_takes_them(int[] numbers, string expected) => Assert.Equal(expected, IndexList.Of(numbers));

    [Theory]
    [InlineData("Small nets, 2nd try!", "earshot-small-nets--2nd-try")]
    [InlineData("äöü", "earshot")]
    public void Job_names_are_labels(string name, string expected) => Assert.Equal(expected, JobName.Of(name));

    [Fact]
    public void Long_job_names_are_cut() => Assert.InRange(JobName.Of(new string('a', 100)).Length, 40, 63);

    [Fact]
    public void The_batch_script_covers_what_is_not_done()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        sweep.Trials[1].Save(FakeRunner.Result(2));
        var lines = File.ReadAllLines(SlurmScript.Write(sweep, 4, 2)!);
        Assert.Equal("#!/bin/sh", lines[0]);
        Assert.Contains("#SBATCH --array=1,3-6%4", lines);
        Assert.Contains("#SBATCH --cpus-per-task=2", lines);
        Assert.EndsWith(" sweep worker . --index \"$SLURM_ARRAY_TASK_ID\" --processors 2", lines[^1]);
        Assert.True(Directory.Exists(Path.Combine(sweep.Folder, "logs")));
        foreach (var trial in sweep.Trials)
        {
            trial.Save(FakeRunner.Result(trial.Trial.Number));
        }

        Assert.Null(SlurmScript.Write(sweep, 4, 2));
    }

    [Fact]
    public void Words_for_the_shell_stay_one_word() => Assert.Equal("'it'\\''s here'", WorkerCommand.Quote("it's here"));

    [Fact]
    public void The_manifest_is_an_indexed_job_over_all_trials()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        KubernetesFiles.Write(sweep, new KubernetesOptions(3, 2, "example/earshot:\"1\"", "sounds"));
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(sweep.Folder, "job.yaml"));
        stream.Load(reader);
        var root = stream.Documents[0].RootNode;
        Assert.Equal("batch/v1", Text(root, "apiVersion"));
        Assert.Equal("Job", Text(root, "kind"));
        Assert.Equal("earshot-small-nets", Text(root, "metadata", "name"));
        Assert.Equal("Indexed", Text(root, "spec", "completionMode"));
        Assert.Equal("6", Text(root, "spec", "completions"));
        Assert.Equal("3", Text(root, "spec", "parallelism"));
        var pod = root["spec"]["template"]["spec"];
        Assert.Equal("OnFailure", Text(pod, "restartPolicy"));
        Assert.Equal("example/earshot:\"1\"", Text(pod["containers"][0], "image"));
        Assert.Equal("sounds", Text(pod["volumes"][0], "persistentVolumeClaim", "claimName"));
        Assert.Contains("earshot sweep worker '/data/out' --index \"$((JOB_COMPLETION_INDEX + 1))\" --processors 2", Text(pod["containers"][0]["command"][2]));
        Assert.Contains("ENTRYPOINT [\"earshot\"]", File.ReadAllText(Path.Combine(sweep.Folder, "Containerfile")));
    }

    private static string Text(YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]).ToString();
}
