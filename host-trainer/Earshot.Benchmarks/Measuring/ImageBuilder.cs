using System.Globalization;
using Earshot.Benchmarks.Cores;

namespace Earshot.Benchmarks.Measuring;

/// <summary>Builds the C module and bare-metal images for a core with one set of kernels.</summary>
internal sealed class ImageBuilder(MeasurementSources sources, CortexCore core, KernelSet kernels, string work)
{
    private static readonly string[] Generator = OperatingSystem.IsWindows() ? ["-G", "Ninja"] : [];
    private static readonly string[] FrontEndParts = ["earshot_power_spectrum", "earshot_log_mel", "earshot_normalise"];
    private long? _codeBytes;

    /// <summary>The module's folder, which <c>run.sh</c> uses as well.</summary>
    private string Folder => $"{MeasurementSources.Output}/{core.Name}-{kernels.Name}";

    /// <summary>Builds what runs on this machine: the counter and the program that says what to expect.</summary>
    public static Task BuildHostAsync(MeasurementSources sources, CancellationToken token) =>
        BuildAsync(sources, MeasurementSources.Bench, $"{MeasurementSources.Output}/host", [], CompilerRemedy, token);

    /// <summary>Builds the C module.</summary>
    public Task BuildModuleAsync(CancellationToken token) => BuildAsync(
        sources,
        MeasurementSources.Module,
        Folder,
        ["-DCMAKE_TOOLCHAIN_FILE=cmake/cortex-m.cmake", $"-DEARSHOT_CORE={core.Name}", "-DEARSHOT_SMALL=OFF", .. kernels.ModuleOptions],
        Remedy,
        token);

    /// <summary>Builds the image that measures a model; null when the core's board has too little flash for the case.</summary>
    public Task<CounterImage?> BuildModelImageAsync(string caseFile, CancellationToken token) =>
        BuildImageAsync(["measure.c", "cases.c"], caseFile, ["earshot_find_kernel"], token);

    /// <summary>Builds the image that measures a front end; null when the core's board has too little flash for the case.</summary>
    public Task<CounterImage?> BuildFrontEndImageAsync(string caseFile, CancellationToken token) =>
        BuildImageAsync(["front_end.c", "front_ends.c"], caseFile, FrontEndParts, token);

    /// <summary>What the module adds to an image that does nothing, in bytes of flash.</summary>
    public async Task<long> CodeBytesAsync(CancellationToken token)
    {
        if (_codeBytes is null)
        {
            await File.WriteAllBytesAsync(sources.FullPath($"{work}/empty.case"), [], token).ConfigureAwait(false);
            _codeBytes = await SizeAsync(["-DWITH_EARSHOT"], token).ConfigureAwait(false) - await SizeAsync([], token).ConfigureAwait(false);
        }

        return _codeBytes.Value;
    }

    private static string CompilerRemedy =>
        "A compiler that is not found has to be installed (Debian and Ubuntu: apt install gcc make gcc-arm-none-eabi libnewlib-arm-none-eabi); after a change of compiler delete the folder.";

    private string Remedy => kernels.Library is { } library
        ? $"Compile {library} for this core ({string.Join(' ', core.Flags)} -DCMSIS_NN_USE_SINGLE_ROUNDING), with the headers that are given."
        : CompilerRemedy;

    private async Task<CounterImage?> BuildImageAsync(string[] files, string caseFile, string[] wrapped, CancellationToken token)
    {
        var image = $"{work}/{Path.GetFileNameWithoutExtension(files[0])}.elf";
        var built = await CompileAsync(files, caseFile, image, [.. wrapped.Select(function => $"-Wl,--wrap={function}")], token).ConfigureAwait(false);
        if (built.Errors.Contains("overflowed by", StringComparison.Ordinal) || built.Errors.Contains("will not fit", StringComparison.Ordinal))
        {
            return null;
        }

        Check(built, $"the image {files[0]} for {core.Name} with {kernels} kernels", Remedy);
        var symbols = await ExternalTool.Symbols.RunAsync([image], sources.Root, token).ConfigureAwait(false);
        var marks = symbols.Lines.Select(line => line.Split(' ')).First(words => words[^1] == "board_marks")[0];
        return new CounterImage(image, "0x" + marks);
    }

    private async Task<long> SizeAsync(string[] options, CancellationToken token)
    {
        var image = $"{work}/everything.elf";
        Check(
            await CompileAsync(["everything.c"], $"{work}/empty.case", image, options, token).ConfigureAwait(false),
            $"the image of the whole module for {core.Name} with {kernels} kernels",
            Remedy);
        var sections = await ExternalTool.Size.RunAsync(["-A", image], sources.Root, token).ConfigureAwait(false);
        return sections.Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [".text" or ".data", ..])
            .Sum(words => long.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private Task<ToolOutput> CompileAsync(string[] files, string caseFile, string image, string[] options, CancellationToken token)
    {
        string[] library = kernels.Library is { } file ? [file] : [];
        return ExternalTool.Compiler.RunAsync(
            [
                .. core.Flags, "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-ffunction-sections", "-fdata-sections", "-ffp-contract=off",
                $"-I{MeasurementSources.Module}/include", $"-I{MeasurementSources.Module}/src", $"-I{MeasurementSources.Bench}/board", $"-I{MeasurementSources.Bench}/image",
                $"-DCASES=\"{caseFile}\"", .. options, .. files.Select(file => $"{MeasurementSources.Bench}/image/{file}"), $"{MeasurementSources.Bench}/board/board.c",
                $"{MeasurementSources.Bench}/image/pack.S", "-nostartfiles", "-specs=nano.specs", "-Wl,--gc-sections", $"-L{MeasurementSources.Bench}/board",
                $"-T{core.LinkerScript}", $"{Folder}/libearshot.a", .. library, "-o", image, "-lgcc", "-lc", "-lm",
            ],
            sources.Root,
            token);
    }

    private static async Task BuildAsync(
        MeasurementSources sources, string source, string folder, string[] options, string remedy, CancellationToken token)
    {
        var what = $"{source} in {folder}";
        using var turn = await BuildLock.TakeAsync(sources.FullPath(MeasurementSources.Output), token).ConfigureAwait(false);
        Check(await ExternalTool.CMake.RunAsync(["-S", source, "-B", folder, .. Generator, .. options], sources.Root, token).ConfigureAwait(false), what, remedy);
        Check(await ExternalTool.CMake.RunAsync(["--build", folder, "--parallel", "2"], sources.Root, token).ConfigureAwait(false), what, remedy);
    }

    private static void Check(ToolOutput output, string what, string remedy)
    {
        if (output.ExitCode != 0)
        {
            throw new InputException(what, $"it could not be built: {output.Tail}", remedy);
        }
    }
}
