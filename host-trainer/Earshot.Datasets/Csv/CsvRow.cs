using System.Globalization;

namespace Earshot.Datasets.Csv;

/// <summary>One row of a table; its errors name the file, the row and the column.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] fields)
{
    public int Line => line;

    public int FieldCount => fields.Length;

    public string Text(string column)
    {
        var text = fields[table.Column(column)].Trim();
        return text.Length > 0 ? text : throw Error(column, "is empty", "Fill it in.");
    }

    public int Integer(string column, int least, int most, string remedy)
    {
        var text = fields[table.Column(column)].Trim();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
            ? value
            : throw Error(column, $"is '{text}' instead of a whole number from {least} to {most}", remedy);
    }

    public double? OptionalNumber(string column)
    {
        if (!table.HasColumn(column))
        {
            return null;
        }

        var text = fields[table.Column(column)].Trim();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error(column, $"is '{text}' instead of a number", "Correct the field.");
    }

    public bool Boolean(string column)
    {
        var text = Text(column);
        return bool.TryParse(text, out var value) ? value : throw Error(column, $"is '{text}' instead of True or False", "Correct the field.");
    }

    public string FileName(string column)
    {
        // Slashes would let a dataset read files outside its folder; both kinds, since either separates somewhere.
        var name = Text(column);
        return name.AsSpan().IndexOfAny('/', '\\', '\0') < 0 && name is not ("." or "..")
            ? name
            : throw Error(column, $"is '{name}' instead of a plain file name", "Give the file name without a folder.");
    }

    public InputException Error(string column, string problem, string remedy) =>
        new(table.Path, $"row {line}: the field '{column}' {problem}.", remedy);
}
