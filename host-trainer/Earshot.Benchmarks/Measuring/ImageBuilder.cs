using System.Globalization;
using Earshot.Benchmarks.Cores;

namespace Earshot.Benchmarks.Measuring;

/// <summary>Builds the C module and bare-metal images for a core with one set of kernels.</summary>
internal sealed class ImageBuilder(MeasurementSources sources, CortexCore core, KernelSet kernels, string work)
{
    private static readonly string[] Generator = OperatingSystem.IsWindows() ? ["-G", "Ninja"] : [];

    /// <summary>The module's folder, which <c>run.sh</c> uses as well.</summary>
    private string Folder => $"{MeasurementSources.Output}/{core.Name}-{KernelName}";

    private string KernelName => kernels.ToString().ToLowerInvariant();

    /// <summary>Builds what runs on this machine: the counter and the program that says what to expect.</summary>
    public static Task BuildHostAsync(MeasurementSources sources, CancellationToken token) =>
        BuildAsync(sources, MeasurementSources.Bench, $"{MeasurementSources.Output}/host", [], token);

    /// <summary>Builds the C module.</summary>
    public Task BuildModuleAsync(CancellationToken token) => BuildAsync(
        sources,
        MeasurementSources.Module,
        Folder,
        ["-DCMAKE_TOOLCHAIN_FILE=cmake/cortex-m.cmake", $"-DEARSHOT_CORE={core.Name}", $"-DEARSHOT_KERNELS={KernelName}"],
        token);

    /// <summary>Builds the image that measures a case and returns it with the address of <c>board_marks</c>.</summary>
    /// <exception cref="InputException">The pack is larger than the board's flash.</exception>
    public async Task<(string Image, string Marks)> BuildMeasureAsync(BenchmarkModel model, string caseFile, CancellationToken token)
    {
        var image = $"{work}/measure.elf";
        var built = await CompileAsync(["measure.c", "cases.c"], caseFile, image, ["-Wl,--wrap=earshot_find_kernel"], token).ConfigureAwait(false);
        if (built.Errors.Contains("overflowed by", StringComparison.Ordinal) || built.Errors.Contains("will not fit", StringComparison.Ordinal))
        {
            throw new InputException(
                model.Origin,
                FormattableString.Invariant($"its pack of {model.Pack.Length} bytes does not fit into the flash of the {core.Name} board that is emulated ({core.Machine})."),
                "Measure it on a larger core with --core.");
        }

        Check(built, $"The measuring image for {core.Name}");
        var symbols = await ExternalTool.Symbols.RunAsync([image], sources.Root, token).ConfigureAwait(false);
        var marks = symbols.Lines.Select(line => line.Split(' ')).First(words => words[^1] == "board_marks")[0];
        return (image, "0x" + marks);
    }

    /// <summary>What the module adds to an image that does nothing, in bytes of flash.</summary>
    public async Task<long> CodeBytesAsync(CancellationToken token)
    {
        await File.WriteAllBytesAsync(sources.FullPath($"{work}/empty.case"), [], token).ConfigureAwait(false);
        return await SizeAsync(["-DWITH_EARSHOT"], token).ConfigureAwait(false) - await SizeAsync([], token).ConfigureAwait(false);
    }

    private async Task<long> SizeAsync(string[] options, CancellationToken token)
    {
        var image = $"{work}/everything.elf";
        Check(
            await CompileAsync(["everything.c"], $"{work}/empty.case", image, options, token).ConfigureAwait(false),
            $"The image of the whole module for {core.Name}");
        var sections = await ExternalTool.Size.RunAsync(["-A", image], sources.Root, token).ConfigureAwait(false);
        return sections.Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [".text" or ".data", ..])
            .Sum(words => long.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private Task<ToolOutput> CompileAsync(string[] files, string caseFile, string image, string[] options, CancellationToken token)
    {
        return ExternalTool.Compiler.RunAsync(
            [
                .. core.Flags, "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-ffunction-sections", "-fdata-sections", "-ffp-contract=off",
                $"-I{MeasurementSources.Module}/include", $"-I{MeasurementSources.Module}/src", $"-I{MeasurementSources.Bench}/board", $"-I{MeasurementSources.Bench}/image",
                $"-DCASES=\"{caseFile}\"", .. options, .. files.Select(file => $"{MeasurementSources.Bench}/image/{file}"), $"{MeasurementSources.Bench}/board/board.c",
                $"{MeasurementSources.Bench}/image/pack.S", "-nostartfiles", "-specs=nano.specs", "-Wl,--gc-sections", $"-L{MeasurementSources.Bench}/board",
                $"-T{core.LinkerScript}", $"{Folder}/libearshot.a", "-o", image, "-lgcc", "-lc",
            ],
            sources.Root,
            token);
    }

    private static async Task BuildAsync(
        MeasurementSources sources, string source, string folder, string[] options, CancellationToken token)
    {
        var what = $"{source} in {folder}";
        Check(await ExternalTool.CMake.RunAsync(["-S", source, "-B", folder, .. Generator, .. options], sources.Root, token).ConfigureAwait(false), what);
        Check(await ExternalTool.CMake.RunAsync(["--build", folder, "--parallel", "2"], sources.Root, token).ConfigureAwait(false), what);
    }

    private static void Check(ToolOutput output, string what)
    {
        if (output.ExitCode != 0)
        {
            throw new InputException(
                what,
                $"it could not be built: {output.Tail}",
                "A compiler that is not found has to be installed (Debian and Ubuntu: apt install gcc make gcc-arm-none-eabi libnewlib-arm-none-eabi); after a change of compiler delete the folder.");
        }
    }
}
