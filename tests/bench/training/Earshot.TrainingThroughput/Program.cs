using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Earshot.Training.Models;
using Earshot.Training.Optimization;
using Earshot.Training.Randomness;
using Earshot.TrainingThroughput;

// Without arguments: the names of the networks.
if (args.Length == 0)
{
    Console.WriteLine(JsonSerializer.Serialize(ModelZoo.Names));
    return;
}

// Repeats training steps on one batch of random numbers. Reads a line with a number of steps, makes them, and answers with the seconds
// that they took, until its input ends; the first answer describes the network, so that the other side can build the same.
var (model, batch, threads) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
const int frames = 62;
const int classes = 10;
var bands = ModelZoo.HearsSamples(model) ? 256 : 40;
var network = ModelZoo.Build(model, frames, bands, classes);
var random = new RandomSource(1);
using var session = new TrainingSession(new TrainingGraph(network, batch, new OptimizerOptions(), labelSmoothing: 0.05f), random, threads);
foreach (ref var feature in session.Features)
{
    feature = random.NextNormal();
}

for (var window = 0; window < batch; window++)
{
    session.Targets[(window * classes) + random.NextInt(classes)] = 1;
}

Console.WriteLine(JsonSerializer.Serialize(new
{
    model,
    frames,
    bands,
    classes,
    parameters = session.Weights(averaged: false).Vector.Length,
    layers = network.Layers.Select(LayerDescription.Of),
}));
while (Console.ReadLine() is { } line)
{
    var started = Stopwatch.GetTimestamp();
    for (var step = 0; step < int.Parse(line, CultureInfo.InvariantCulture); step++)
    {
        session.Step(1e-3f, 0.99f, random);
    }

    Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
}
