namespace Earshot.Packing.Network;

/// <summary>An int8 network as it will be deployed: layers in the order of execution.</summary>
public sealed class QuantizedNetwork
{
    /// <summary>Creates the network.</summary>
    public QuantizedNetwork(
        string name, IReadOnlyList<NetworkTensor> tensors, IReadOnlyList<NetworkLayer> layers, NetworkTensor logits, NetworkTensor scores,
        IReadOnlyList<string> decisions)
    {
        (Name, Tensors, Layers, Logits, Scores, Decisions) = (name, tensors, layers, logits, scores, decisions);
    }

    /// <summary>The name of the model.</summary>
    public string Name { get; }

    /// <summary>All tensors; the first holds the features.</summary>
    public IReadOnlyList<NetworkTensor> Tensors { get; }

    /// <summary>All layers.</summary>
    public IReadOnlyList<NetworkLayer> Layers { get; }

    /// <summary>What the scores are computed from.</summary>
    public NetworkTensor Logits { get; }

    /// <summary>The probabilities.</summary>
    public NetworkTensor Scores { get; }

    /// <summary>What the importer decided where the ONNX model left a choice, as sentences.</summary>
    public IReadOnlyList<string> Decisions { get; }

    /// <summary>The features.</summary>
    public NetworkTensor Input => Tensors[0];

    /// <summary>Number of classes.</summary>
    public int Classes => Logits.Channels;

    /// <summary>The place of a tensor in <see cref="Tensors"/>.</summary>
    public int IndexOf(NetworkTensor tensor)
    {
        for (var index = 0; index < Tensors.Count; index++)
        {
            if (ReferenceEquals(Tensors[index], tensor))
            {
                return index;
            }
        }

        throw new ArgumentException($"Tensor '{tensor.Name}' is not part of the network.", nameof(tensor));
    }
}
