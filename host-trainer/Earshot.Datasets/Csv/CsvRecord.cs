namespace Earshot.Datasets.Csv;

/// <summary>The fields of one record.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Fields">Its fields without quotes.</param>
internal sealed record CsvRecord(int Line, string[] Fields);
