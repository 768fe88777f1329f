using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>A stand-in has the public members of the official assembly, all of them and no others.</summary>
public class SurfaceTests
{
    public static TheoryData<string> Listed => [.. StandIns.ListedNames];

    [Theory]
    [MemberData(nameof(Listed))]
    public void Identity_is_that_of_the_official_assembly(string name)
    {
        using AssemblyDefinition assembly = StandIns.Read(name);
        Assert.Equal(StandIns.ReadListing(name)[0], Surface.Header(assembly));
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Public_members_are_those_of_the_official_assembly(string name)
    {
        using AssemblyDefinition assembly = StandIns.Read(name);
        string[] official = [.. Listing.Lines(name)];
        string[] ours = [.. Surface.Of(assembly)];
        string[] differences =
        [
            .. official.Except(ours).Select(line => "missing: " + line),
            .. ours.Except(official).Select(line => "not official: " + line),
        ];
        Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
        Assert.Equal(official.Length, ours.Length);
    }

    [Fact]
    public void Every_stand_in_has_a_listing() =>
        Assert.Equal(StandIns.ListedNames, StandIns.AssemblyPaths.Select(path => Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(Listed))]
    public void Nothing_of_dotnet_is_referenced(string name)
    {
        using AssemblyDefinition assembly = StandIns.Read(name);
        Assert.All(assembly.MainModule.AssemblyReferences, reference =>
        {
            using AssemblyDefinition referenced = StandIns.Read(reference.Name);
            Assert.Equal(referenced.Name.FullName, reference.FullName);
        });
    }
}
