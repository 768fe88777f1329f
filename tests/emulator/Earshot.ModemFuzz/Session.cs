namespace Earshot.ModemFuzz;

/// <summary>One use of the fuzzer. Its class is loaded after the target has been installed.</summary>
internal static class Session
{
    private static readonly (string Name, Action<byte[]> Harness)[] Harnesses = [("parser", ParserHarness.Run), ("modem", ModemHarness.Run)];

    public static int Fuzz(double seconds, long runs, int seed, DirectoryInfo output)
    {
        var status = 0;
        foreach (var (name, harness) in Harnesses)
        {
            Coverage.Forget();
            var fuzzer = new Fuzzer(name, harness, seed);
            var hasHeld = fuzzer.Run(Seeds(), runs, TimeSpan.FromSeconds(seconds / Harnesses.Length));
            Console.WriteLine("  " + fuzzer);
            if (!hasHeld)
            {
                status = 1;
                output.Create();
                var path = Path.Combine(output.FullName, $"modem-{name}.bin");
                File.WriteAllBytes(path, fuzzer.Breaking!);
                Console.WriteLine($"  broken after {fuzzer.Runs} inputs: {fuzzer.Failure!.GetType().Name}: {fuzzer.Failure.Message}");
                Console.WriteLine($"  the input is in {path}; run it again with --replay");
            }
        }

        return status;
    }

    public static int Replay(FileInfo file)
    {
        var input = File.ReadAllBytes(file.FullName);
        foreach (var (_, harness) in Harnesses)
        {
            harness(input);
        }

        return 0;
    }

    private static IEnumerable<byte[]> Seeds() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
