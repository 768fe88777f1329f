using System.Diagnostics;
using Earshot.TestSupport;

namespace Earshot.StandIns.Tests;

/// <summary>One property takes the official packages instead of the stand-ins; the project stays as it is.</summary>
public class SwitchTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <AssemblyNativeVersion>1.0.0.0</AssemblyNativeVersion>
          </PropertyGroup>
          <ItemGroup>
            <NanoFrameworkReference Include="System.IO.Ports" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using var port = new System.IO.Ports.SerialPort("COM2");
        port.Open();
        port.WriteLine("on");
        """;

    [Fact]
    public void A_device_project_builds_with_the_packages_only()
    {
        using var folder = new TemporaryFolder();
        string feed = Directory.CreateDirectory(folder.File("feed")).FullName;
        OfficialFeed.Add(feed, "nanoFramework.CoreLibrary", "1.17.11", "mscorlib");
        (string, string) coreLibrary = ("nanoFramework.CoreLibrary", "1.17.11");
        (string, string) text = ("nanoFramework.System.Text", "1.3.42");
        (string, string) streams = ("nanoFramework.System.IO.Streams", "1.1.96");
        (string, string) events = ("nanoFramework.Runtime.Events", "1.11.37");
        OfficialFeed.Add(feed, text.Item1, text.Item2, "nanoFramework.System.Text", coreLibrary);
        OfficialFeed.Add(feed, events.Item1, events.Item2, "nanoFramework.Runtime.Events", coreLibrary);
        OfficialFeed.Add(feed, streams.Item1, streams.Item2, "System.IO.Streams", coreLibrary, text);
        OfficialFeed.Add(feed, "nanoFramework.System.IO.Ports", "1.1.139", "System.IO.Ports", coreLibrary, events, streams);

        string app = Directory.CreateDirectory(folder.File("App")).FullName;
        File.WriteAllText(Path.Combine(app, "App.csproj"), Project);
        File.WriteAllText(Path.Combine(app, "Program.cs"), Program);
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets" })
        {
            string import = Path.Combine(RepositoryLayout.Root, "nf-device", name);
            File.WriteAllText(Path.Combine(app, name), $"""<Project><Import Project="{import}" /></Project>""");
        }

        string central = Path.Combine(RepositoryLayout.Root, "Directory.Packages.props");
        File.WriteAllText(Path.Combine(app, "Directory.Packages.props"), $"""<Project><Import Project="{central}" /></Project>""");
        string output = Build(app, folder.FullPath, feed);

        string[] built = [.. Directory.GetFiles(Path.Combine(app, "out"), "*.dll").Select(path => Path.GetFileName(path)!).Order()];
        Assert.True(built.Contains("App.dll") && built.Contains("mscorlib.dll") && built.Contains("System.IO.Ports.dll"), output);
        Assert.True(built.Contains("nanoFramework.Runtime.Events.dll") && built.Contains("System.IO.Streams.dll"), output);
        Assert.True(Directory.Exists(folder.File("cache", "nanoframework.corelibrary")), output);
        Assert.False(Directory.Exists(folder.File("artifacts", "bin", "mscorlib")), output);
    }

    private static string Build(string app, string folder, string feed)
    {
        string[] arguments =
        [
            "build", "-v", "minimal", "-o", "out",
            "-p:UseOfficialNanoFramework=true",
            $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}",
            $"-p:RestoreSources={feed}",
            $"-p:RestorePackagesPath={Path.Combine(folder, "cache")}",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using Process build = Process.Start(start)!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, output);
        return output;
    }
}
