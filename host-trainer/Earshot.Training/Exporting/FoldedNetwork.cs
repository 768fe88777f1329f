using Earshot.Training.Networks;

namespace Earshot.Training.Exporting;

/// <summary>A trained network without batch normalisation: its layers have biases instead, and it computes the same.</summary>
public static class FoldedNetwork
{
    /// <summary>Folds batch normalisation into weights and biases, as the deployed model does.</summary>
    public static TrainedWeights Of(TrainedWeights weights)
    {
        var folding = new ParameterFolding(weights);
        var network = weights.Network.Map(layer => layer switch
        {
            ConvolutionLayer convolution => convolution with { Normalize = false },
            DenseLayer dense => dense with { Normalize = false },
            _ => layer,
        });
        List<float> vector = [];
        foreach (var layer in weights.Network.Layers.Where(layer => layer.Parameters.Count > 0))
        {
            var (values, bias) = folding.Fold(layer);
            vector.AddRange(values);
            vector.AddRange(bias);
        }

        return new TrainedWeights(network, [.. vector], []);
    }
}
