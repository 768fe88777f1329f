using Earshot.Onnx.Proto;
using Google.Protobuf;

namespace Earshot.Onnx;

/// <summary>Reads and writes ONNX model files.</summary>
public static class OnnxFile
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="InputException">The file is missing, is not ONNX, is cut short or keeps its weights elsewhere.</exception>
    public static ModelProto Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Give the path of an .onnx file.", exception);
        }

        return Parse(bytes, path);
    }

    /// <summary>Reads a model from memory; <paramref name="origin"/> names it in errors.</summary>
    /// <exception cref="InputException">The bytes are not an ONNX model, or a part of it is missing.</exception>
    public static ModelProto Parse(byte[] bytes, string origin)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InputException(
                origin,
                $"it is not an ONNX model, or it is cut short after {bytes.Length} bytes.",
                "Export or copy the file again.",
                exception);
        }

        if (model.Graph is null || model.Graph.Node.Count == 0 || model.OpsetImport.Count == 0)
        {
            throw new InputException(
                origin,
                "it is not an ONNX model, or it is cut short: the graph or the operator set version is missing.",
                "Export or copy the file again.");
        }

        foreach (var tensor in model.Graph.Initializer)
        {
            if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
            {
                throw new InputException(
                    origin,
                    $"tensor '{tensor.Name}' keeps its data in a separate file.",
                    "Export the model with its weights inside the file.");
            }
        }

        return model;
    }

    /// <summary>Writes a model completely or not at all.</summary>
    public static void Save(string path, ModelProto model) => AtomicFile.WriteAllBytes(path, ToBytes(model));

    /// <summary>The model as the bytes of a file.</summary>
    public static byte[] ToBytes(ModelProto model) => model.ToByteArray();

    /// <summary>The version of the standard operator set that the model uses.</summary>
    public static long OperatorSet(ModelProto model) =>
        model.OpsetImport.FirstOrDefault(import => import.Domain is "" or "ai.onnx")?.Version ?? 0;
}
