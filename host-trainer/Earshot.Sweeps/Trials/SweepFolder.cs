namespace Earshot.Sweeps.Trials;

/// <summary>A folder in which a sweep has been laid out. Any number of workers on any machines that share it may work in it.</summary>
public sealed class SweepFolder
{
    internal const string PlanName = "sweep.json";

    private SweepFolder(string path, SweepPlan plan)
    {
        Folder = path;
        Plan = plan;
        Trials = [.. plan.Trials.Select(trial => new TrialFolder(path, trial))];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What is to be done in it.</summary>
    public SweepPlan Plan { get; }

    /// <summary>The trials in order.</summary>
    public IReadOnlyList<TrialFolder> Trials { get; }

    /// <summary>The HTML report.</summary>
    public string Report => Path.Combine(Folder, "sweep.html");

    /// <summary>Opens a folder.</summary>
    /// <exception cref="InputException">No sweep has been laid out in it, or its plan is damaged.</exception>
    public static SweepFolder Open(string path)
    {
        var file = Path.Combine(path, PlanName);
        if (!File.Exists(file))
        {
            throw new InputException(path, $"no sweep has been laid out in it: {PlanName} is missing.", "Run 'earshot sweep SWEEP.yaml --out DIR' first.");
        }

        var plan = SweepJson.Read<SweepPlan>(file, "Restore the file, or lay the sweep out again in another folder.");
        return plan.Format == SweepPlan.CurrentFormat
            ? new SweepFolder(path, plan)
            : throw new InputException(file, $"its layout has version {plan.Format}, this program reads {SweepPlan.CurrentFormat}.", "Use the version of Earshot that wrote it.");
    }

    /// <summary>A trial by its number.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public TrialFolder Trial(int number) => number >= 1 && number <= Trials.Count
        ? Trials[number - 1]
        : throw new InputException("--index", $"there is no trial {number}.", $"Give 1 to {Trials.Count}.");
}
