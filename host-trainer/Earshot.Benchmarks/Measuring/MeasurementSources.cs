namespace Earshot.Benchmarks.Measuring;

/// <summary>The checkout that holds the C module and its Cortex-M test bench, and the folder for what is built from them.</summary>
public sealed class MeasurementSources
{
    private MeasurementSources(string root)
    {
        Root = root;
    }

    /// <summary>The checkout.</summary>
    public string Root { get; }

    /// <summary>The test bench, from the checkout.</summary>
    internal static string Bench => "tests/cortex-m";

    /// <summary>The C module, from the checkout.</summary>
    internal static string Module => "native-interop";

    /// <summary>What is built, from the checkout; <c>tests/cortex-m/run.sh</c> builds the same into it.</summary>
    internal static string Output => ".artifacts/cortex-m";

    /// <summary>Finds the checkout that the tool was built from, or in which it is called.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static MeasurementSources Find() => Find(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>Finds the first checkout in or above some folders.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static MeasurementSources Find(params string[] folders)
    {
        foreach (var start in folders)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Bench, "image", "measure.c"))
                    && File.Exists(Path.Combine(folder.FullName, Module, "CMakeLists.txt")))
                {
                    return new MeasurementSources(folder.FullName);
                }
            }
        }

        throw new InputException(
            folders[^1],
            $"it is in no checkout of Earshot: measuring compiles the C module, and {Module} and {Bench} are missing.",
            "Clone Earshot's repository and run the command in it.");
    }

    /// <summary>The full path of something in the checkout.</summary>
    internal string FullPath(string relative) => Path.GetFullPath(Path.Combine(Root, relative));
}
