using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Cli.Sweeps;
using Earshot.Sweeps.Configuration;
using Earshot.Sweeps.Engines;
using Earshot.Sweeps.Trials;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot sweep</c>: many experiments with different settings, here or on a cluster.</summary>
internal static class SweepCommand
{
    private const string DefaultImage = "earshot:latest";

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("SWEEP") { Description = "The sweep in YAML: a base experiment, ranges over its keys, a strategy, objectives." };
        var output = new Option<string>("--out") { Description = "Folder for the trials and the report; one that holds this sweep already is resumed.", Required = true, HelpName = "DIR" };
        var engine = new Option<SweepEngine>("--engine") { Description = "Local (default), Slurm or Kubernetes.", HelpName = "NAME" };
        var workers = SweepWorkerCommand.WorkersOption("Trials that run at the same time; by default one a processor here, four on a cluster.");
        var processors = SweepWorkerCommand.ProcessorsOption();
        var submit = new Option<bool>("--submit") { Description = "With Slurm: submit the job array." };
        var image = new Option<string>("--image") { Description = "With Kubernetes: the container image that has the tool.", DefaultValueFactory = _ => DefaultImage, HelpName = "NAME" };
        var claim = new Option<string>("--volume-claim") { Description = "With Kubernetes: the volume claim that holds DIR and the datasets.", DefaultValueFactory = _ => "earshot", HelpName = "NAME" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("sweep", "Search over ranges of an experiment's settings: accuracy against cost.")
        {
            file, output, engine, workers, processors, submit, image, claim, json,
            SweepWorkerCommand.Create(), SweepStatusCommand.Create(), SweepStatusCommand.CreateReport(),
        };
        command.UseExamples(
            "earshot sweep small-nets.yaml --out runs/small-nets --workers 2",
            "earshot sweep small-nets.yaml --out runs/small-nets --engine slurm --submit",
            "earshot sweep small-nets.yaml --out runs/small-nets --engine kubernetes --image sounds.example/earshot:1",
            "earshot sweep status runs/small-nets",
            "",
            "small-nets.yaml:",
            "  base: my-experiment.yaml                     # or the experiment itself, indented",
            "  ranges:",
            "    training.model: [ds-cnn-64, stride-ds-24]",
            "    training.learning-rate: { log: [1e-3, 1e-2], count: 4 }      # also linear",
            "    training.window-frames: { integers: [46, 78], step: 16 }",
            "  strategy: grid                               # or { random: 20, seed: 1 }",
            "  objectives: { accuracy: validation-accuracy, costs: [macs-per-second, weights-bytes, arena-bytes] }");
        command.SetAction(async (parsed, token) =>
        {
            var parallel = SweepWorkerCommand.Positive(parsed.GetValue(processors), "--processors");
            var wanted = parsed.GetValue(workers) is { } count ? SweepWorkerCommand.Positive(count, "--workers") : (int?)null;
            var sweep = SweepPlanner.LayOut(
                SweepFile.Read(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(output), CommandText.Of(parsed), new ExperimentTrialRunner(parallel));
            switch (parsed.GetValue(engine))
            {
                case SweepEngine.Slurm:
                    await ToSlurm(sweep, wanted ?? SweepWorkerCommand.ClusterWorkers, parallel, parsed.GetValue(submit), token);
                    break;
                case SweepEngine.Kubernetes:
                    ToKubernetes(sweep, new KubernetesOptions(
                        wanted ?? SweepWorkerCommand.ClusterWorkers, parallel, parsed.GetRequiredValue(image), parsed.GetRequiredValue(claim)));
                    break;
                default:
                    SweepWorkerCommand.RunAll(sweep, wanted, parallel, token);
                    break;
            }

            var result = new SweepOutput(sweep);
            result.Show();
            result.WriteReport(sweep.Report);
            Console.WriteLine($"Report: {sweep.Report}");
            JsonFile.WriteIfAsked(parsed.GetValue(json), result.Json());
            return SweepWorkerCommand.ExitCode(sweep);
        });
        return command;
    }

    private static async Task ToSlurm(SweepFolder sweep, int tasks, int processors, bool isSubmitted, CancellationToken token)
    {
        if (SlurmScript.Write(sweep, tasks, processors) is not { } script)
        {
            Console.WriteLine("Every trial is done; there is nothing to submit.");
        }
        else if (isSubmitted)
        {
            Console.WriteLine($"Submitted as job {await SlurmSubmission.SubmitAsync(script, token)}. 'earshot sweep status {sweep.Folder}' says how far it is.");
        }
        else
        {
            Console.WriteLine($"Wrote {script}. Submit it with 'sbatch {SlurmScript.FileName}' in that folder, or run this again with --submit.");
        }
    }

    private static void ToKubernetes(SweepFolder sweep, KubernetesOptions options)
    {
        KubernetesFiles.Write(sweep, options);
        Console.WriteLine(
            $"Wrote {KubernetesFiles.ManifestName} and {KubernetesFiles.ContainerName} to {sweep.Folder}. Build the image as the container file says, put the "
            + $"folder and its datasets on the volume claim '{options.VolumeClaim}', then: kubectl create -f {KubernetesFiles.ManifestName}");
    }
}
