using System.Reflection;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace Earshot.OnnxRuntimeTests;

public class SourceCompatibilityTests
{
    [Fact]
    public void EveryPublicMemberIsInTheOfficialListing()
    {
        var official = ReadListing();
        var unofficial = new List<string>();
        foreach (var type in typeof(InferenceSession).Assembly.GetExportedTypes())
        {
            var lines = PublicMembers.OfType(type).ToList();
            if (!official.TryGetValue(lines[0], out var members))
            {
                unofficial.Add(lines[0]);
                continue;
            }

            unofficial.AddRange(lines.Skip(1).Where(line => !members.Contains(line)).Select(line => lines[0] + line));
        }

        Assert.Empty(unofficial);
    }

    [Fact]
    public void TheListingSpellsMembersAsTheReflectionDoes()
    {
        // Guards the test above against an assembly that exports nothing.
        var official = ReadListing();
        var session = official[$"class {typeof(InferenceSession).FullName} : System.Object"];
        Assert.Equal(session.Intersect(PublicMembers.OfType(typeof(InferenceSession))).Count(),
            PublicMembers.OfType(typeof(InferenceSession)).Count() - 1);
        Assert.True(session.Count >= 15);
    }

    private static Dictionary<string, HashSet<string>> ReadListing()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("official-members.txt")!;
        using var reader = new StreamReader(stream);
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line);
            }
            else if (!line.StartsWith('#'))
            {
                types.Add(line, members = []);
            }
        }

        return types;
    }
}
