using Earshot.Datasets.Csv;

namespace Earshot.Datasets.Loading;

/// <summary>Checks that each file that a CSV names exists and is named once.</summary>
internal sealed class ClipFiles(string column)
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>Gives the path of the row's file in <paramref name="folder"/>.</summary>
    public string Add(CsvRow row, string folder)
    {
        var name = row.FileName(column);
        if (!_rows.TryAdd(name, row.Line))
        {
            throw row.Error(column, $"names '{name}', which row {_rows[name]} lists already", "Remove one of the rows.");
        }

        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw row.Error(column, $"names '{name}', but there is no such file in {folder}", "Add the file or remove the row.");
    }
}
