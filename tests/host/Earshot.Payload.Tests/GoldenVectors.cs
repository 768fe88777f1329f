using System.Text.Json.Nodes;
using Earshot.TestSupport;

namespace Earshot.Payload.Tests;

/// <summary>The bytes and their meaning that every codec must agree on: this one, JavaScript's, and the board's.</summary>
internal static class GoldenVectors
{
    public static string Folder { get; } = Path.Combine(RepositoryLayout.Root, "host-trainer", "Earshot.Payload", "codec");

    public static JsonObject All { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "golden-vectors.json")))!.AsObject();

    public static string[] Labels { get; } = [.. All["labels"]!.AsArray().Select(label => label!.GetValue<string>())];

    public static IEnumerable<(byte[] Bytes, JsonNode Vector)> Of(string kind) => All[kind]!.AsArray()
        .Select(vector => (Convert.FromHexString(vector!["hex"]!.GetValue<string>()), vector));

    /// <summary>Tells apart what differs in meaning, not 7 from 7.0 nor a second from 1.000 seconds.</summary>
    public static void AssertSame(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject wanted)
        {
            var found = Assert.IsType<JsonObject>(actual);
            Assert.Equal(wanted.Select(pair => pair.Key).Order(), found.Select(pair => pair.Key).Order());
            foreach (var (name, value) in wanted)
            {
                AssertSame(value, found[name], $"{path}.{name}");
            }
        }
        else if (expected is JsonArray list)
        {
            var found = Assert.IsType<JsonArray>(actual);
            Assert.Equal(list.Count, found.Count);
            for (var index = 0; index < list.Count; index++)
            {
                AssertSame(list[index], found[index], $"{path}[{index}]");
            }
        }
        else
        {
            Assert.True(Normal(expected) == Normal(actual), $"{path}: {expected} is {actual}");
        }
    }

    private static string Normal(JsonNode? node) =>
        node is null ? "null"
        : double.TryParse(node.ToString(), out var number) ? number.ToString("R")
        : DateTimeOffset.TryParse(node.ToString(), out var time) ? time.UtcTicks.ToString()
        : node.ToString();
}
