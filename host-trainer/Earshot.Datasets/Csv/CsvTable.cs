namespace Earshot.Datasets.Csv;

/// <summary>A CSV file (RFC 4180) with a header row, read as UTF-8 with or without a byte order mark.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(string path, Dictionary<string, int> columns, IReadOnlyList<CsvRow> rows)
    {
        Path = path;
        _columns = columns;
        Rows = rows;
    }

    public string Path { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    public static CsvTable Read(string path, params string[] requiredColumns)
    {
        var records = CsvParser.Parse(path, ReadText(path));
        if (records.Count == 0)
        {
            throw new InputException(path, "it is empty.", $"Give it a header row with {string.Join(", ", requiredColumns)}.");
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, index) in records[0].Fields.Select((name, index) => (name.Trim(), index)))
        {
            if (!columns.TryAdd(name, index))
            {
                throw new InputException(path, $"its header row names the column '{name}' twice.", "Rename one of them.");
            }
        }

        if (requiredColumns.FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
        {
            throw new InputException(
                path,
                $"it has no column '{missing}'; its header row is '{string.Join(",", records[0].Fields)}'.",
                $"Name the columns as the dataset's publisher does: {string.Join(", ", requiredColumns)}.");
        }

        var rows = new List<CsvRow>(records.Count - 1);
        var table = new CsvTable(path, columns, rows);
        rows.AddRange(records.Skip(1).Select(record => new CsvRow(table, record.Line, record.Fields)));
        if (rows.Count == 0)
        {
            throw new InputException(path, "it lists no clip.", "Add a row for each clip below the header row.");
        }

        if (rows.FirstOrDefault(row => row.FieldCount != columns.Count) is { } uneven)
        {
            throw new InputException(
                path,
                $"row {uneven.Line} has {uneven.FieldCount} fields instead of {columns.Count}.",
                "Correct the row; a field that contains a comma must stand in double quotes.");
        }

        return table;
    }

    public bool HasColumn(string name) => _columns.ContainsKey(name);

    public int Column(string name) => _columns[name];

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Give a file that you may read.", exception);
        }
    }
}
