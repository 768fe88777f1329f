namespace Earshot.StandIns.Tests;

/// <summary>Reads a listing. A member's line gets its type in front, as members of two types may read the same.</summary>
internal static class Listing
{
    public static IEnumerable<string> Lines(string name)
    {
        string type = "";
        bool isClass = false;
        foreach (string line in StandIns.ReadListing(name).Skip(1).Where(line => line.Length > 0))
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                string[] words = line.Split(" : ")[0].Split(' ');
                type = words[^1];
                isClass = words[^2] is "class" or "struct" or "interface";
                yield return line;
            }
            else
            {
                yield return isClass ? $"{type}: {line.TrimStart()}" : line;
            }
        }
    }
}
