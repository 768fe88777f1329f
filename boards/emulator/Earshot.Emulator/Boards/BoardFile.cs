using System.Globalization;
using Earshot.Emulator.Boards.Checks;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Earshot.Emulator.Boards;

/// <summary>Reads <c>board.yaml</c>.</summary>
public static class BoardFile
{
    /// <summary>The file's name in a board's folder.</summary>
    public const string FileName = "board.yaml";

    /// <summary>Reads and checks a description.</summary>
    /// <param name="path">The file, or the folder of a board.</param>
    /// <exception cref="InputException">The file is missing, not YAML, has an unknown field or an impossible value.</exception>
    public static BoardDescription Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        if (!File.Exists(file))
        {
            throw new InputException(file, "the board description does not exist.", "Name a folder of boards/ or a board.yaml.");
        }

        return Parse(File.ReadAllText(file), file);
    }

    /// <summary>Checks a description that has been read already.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InputException"><inheritdoc cref="Read" path="/exception"/></exception>
    public static BoardDescription Parse(string yaml, string file)
    {
        BoardDescription? board;
        try
        {
            board = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<BoardDescription?>(yaml);
        }
        catch (YamlException exception)
        {
            var line = exception.Start.Line.ToString(CultureInfo.InvariantCulture);
            var reason = (exception.InnerException ?? exception).Message.TrimEnd('.');
            throw new InputException(file, $"line {line}: {reason}.", "Compare it with another board's board.yaml.", exception);
        }

        if (board is null)
        {
            throw new InputException(file, "it is empty.", "Compare it with another board's board.yaml.");
        }

        var rules = new BoardRules(file, new BoardFieldLines(yaml));
        BoardCheck.Run(board, rules);
        PowerCheck.Run(board, rules);
        return board;
    }
}
