using System.Security.Cryptography;

namespace Earshot.Training.Distillation;

/// <summary>A trained model that a smaller one learns from.</summary>
/// <param name="Origin">The model file, for errors.</param>
/// <param name="Model">The bytes of the ONNX model, of the form of <see cref="Exporting.FloatModel"/>.</param>
public sealed record Teacher(string Origin, byte[] Model)
{
    /// <summary>The SHA-256 of the model in lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Model));

    /// <summary>Reads a teacher from its model file.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static Teacher Load(string path)
    {
        try
        {
            return new Teacher(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                path, $"the teacher cannot be read ({exception.Message}).", "Give the float.onnx of a finished run.", exception);
        }
    }
}
