using System.Text;

namespace Earshot.Datasets.Csv;

/// <summary>Splits CSV text into records; any of CR LF, LF and CR ends one, blank lines are skipped.</summary>
internal static class CsvParser
{
    public static List<CsvRecord> Parse(string path, string text)
    {
        var records = new List<CsvRecord>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, start) = (1, 1);
        var wasQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : '\n';
            if (character == '"' && field.Length == 0 && !wasQuoted)
            {
                wasQuoted = true;
                i = ReadQuoted(path, text, i + 1, field, ref line);
            }
            else if (character is ',' or '\n' or '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                var isBlank = fields.Count == 1 && fields[0].Length == 0 && !wasQuoted;
                wasQuoted = false;
                if (character == ',')
                {
                    continue;
                }

                if (!isBlank)
                {
                    records.Add(new CsvRecord(start, [.. fields]));
                }

                fields.Clear();
                i += character == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = ++line;
            }
            else
            {
                field.Append(character);
            }
        }

        return records;
    }

    private static int ReadQuoted(string path, string text, int position, StringBuilder field, ref int line)
    {
        var opened = line;
        for (; position < text.Length; position++)
        {
            if (text[position] == '"')
            {
                if (position + 1 == text.Length || text[position + 1] != '"')
                {
                    return position;
                }

                position++;
            }

            line += text[position] == '\n' ? 1 : 0;
            field.Append(text[position]);
        }

        throw new InputException(path, $"row {opened} opens a double quote that is never closed.", "Close the quote.");
    }
}
