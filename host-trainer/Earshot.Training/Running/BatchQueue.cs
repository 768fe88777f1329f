using Earshot.Training.Distillation;
using Earshot.Training.Optimization;
using Earshot.Training.Randomness;
using Earshot.Training.Sampling;

namespace Earshot.Training.Running;

/// <summary>
/// Prepares the next batch, teachers included, while the network learns from the last. Everything is drawn in the order of
/// the batches, so the outcome is that of taking turns.
/// </summary>
internal sealed class BatchQueue : IDisposable
{
    private readonly IWindowSampler _sampler;
    private readonly TeacherEnsemble? _teachers;
    private readonly RandomSource _random;
    private readonly TrainingBatch[] _batches;
    private Task<TrainingBatch>? _pending;
    private int _prepared;

    /// <param name="graph">The training step that reads the batches.</param>
    /// <param name="sampler">Draws the windows.</param>
    /// <param name="teachers">Hear the windows, if there are any.</param>
    /// <param name="random">Draws everything; nobody else may draw from it until the last batch was taken.</param>
    internal BatchQueue(TrainingGraph graph, IWindowSampler sampler, TeacherEnsemble? teachers, RandomSource random)
    {
        _sampler = sampler;
        _teachers = teachers;
        _random = random;
        _batches = [new TrainingBatch(graph), new TrainingBatch(graph)];
    }

    /// <summary>The next batch; the one before it may be overwritten from now on.</summary>
    /// <param name="isLast">Whether no batch is to be prepared behind it, so that the state of the random numbers can be saved.</param>
    internal TrainingBatch Take(bool isLast)
    {
        var batch = (_pending ?? Task.Run(Prepare)).GetAwaiter().GetResult();
        _pending = isLast ? null : Task.Run(Prepare);
        return batch;
    }

    public void Dispose()
    {
        // A run that was cancelled leaves a batch behind, which still uses the buffers.
        _pending?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        foreach (var batch in _batches)
        {
            batch.Dispose();
        }
    }

    private TrainingBatch Prepare()
    {
        var batch = _batches[_prepared++ % _batches.Length];
        _sampler.Fill(batch.Features, batch.Targets, _random);
        _teachers?.Score(batch.FeatureTensor, batch.Taught);
        batch.DrawMasks(_random);
        return batch;
    }
}
