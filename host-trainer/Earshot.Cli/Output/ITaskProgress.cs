namespace Earshot.Cli.Output;

/// <summary>How a long piece of work says where it is.</summary>
internal interface ITaskProgress
{
    /// <summary>Reports progress; cheap enough to call at every step.</summary>
    /// <param name="fraction">Done so far, 0 to 1.</param>
    /// <param name="status">A short state, such as "epoch 12, loss 0.43".</param>
    void Report(double fraction, string status);
}
