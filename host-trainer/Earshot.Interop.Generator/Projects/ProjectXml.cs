using System.Xml;
using System.Xml.Linq;

namespace Earshot.Interop.Generator.Projects;

/// <summary>Reads project files.</summary>
internal static class ProjectXml
{
    /// <summary>The root element.</summary>
    /// <exception cref="InputException">There is no such file, or it is not XML.</exception>
    public static XElement Load(string path)
    {
        try
        {
            return XDocument.Load(path).Root!;
        }
        catch (Exception exception) when (exception is IOException or XmlException)
        {
            throw new InputException(path, $"it cannot be read as a project ({exception.Message}).", "Correct the path or the file.", exception);
        }
    }
}
