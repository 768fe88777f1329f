using Earshot.Interop.Generator.Output;

namespace Earshot.Interop.Generator.Projects;

/// <summary>The solution for Visual Studio with nanoFramework's extension.</summary>
internal static class SolutionFile
{
    private const string NanoFrameworkProject = "{11A8DD76-328B-46DF-9F39-F559912D0360}";

    /// <summary>Its text.</summary>
    public static string Text(IReadOnlyList<DeviceProject> projects)
    {
        IEnumerable<string> lines =
        [
            "Microsoft Visual Studio Solution File, Format Version 12.00",
            "# Visual Studio Version 17",
            "VisualStudioVersion = 17.0.31903.59",
            "MinimumVisualStudioVersion = 10.0.40219.1",
            .. projects.SelectMany(project => new[]
            {
                $"Project(\"{NanoFrameworkProject}\") = \"{project.FileName}\", \"{project.FileName}\\{project.FileName}.nfproj\", \"{Id(project)}\"",
                "EndProject",
            }),
            "Global",
            "\tGlobalSection(SolutionConfigurationPlatforms) = preSolution",
            "\t\tDebug|Any CPU = Debug|Any CPU",
            "\t\tRelease|Any CPU = Release|Any CPU",
            "\tEndGlobalSection",
            "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution",
            .. projects.SelectMany(project => new[] { "Debug", "Release" }.SelectMany(configuration => Configuration(project, configuration))),
            "\tEndGlobalSection",
            "EndGlobal",
        ];
        return SourceText.Join(lines);
    }

    private static IEnumerable<string> Configuration(DeviceProject project, string configuration)
    {
        var name = $"\t\t{Id(project)}.{configuration}|Any CPU";
        yield return $"{name}.ActiveCfg = {configuration}|Any CPU";
        yield return $"{name}.Build.0 = {configuration}|Any CPU";
        // Deployment is what sends the app to a board.
        yield return $"{name}.Deploy.0 = {configuration}|Any CPU";
    }

    private static string Id(DeviceProject project) => NanoProjectFiles.IdOf(project.FileName).ToString("B").ToUpperInvariant();
}
