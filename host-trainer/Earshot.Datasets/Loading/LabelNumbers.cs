using Earshot.Datasets.Csv;

namespace Earshot.Datasets.Loading;

/// <summary>Collects the pairs of class number and class name in a CSV file and puts the labels in the numbers' order.</summary>
internal sealed class LabelNumbers(string numberColumn, string nameColumn)
{
    private const int MostClasses = 10_000;
    private readonly SortedDictionary<int, string> _names = [];
    private readonly Dictionary<string, int> _numbers = [];

    public IReadOnlyList<string> Labels => [.. _names.Values];

    /// <summary>Reads the pair of a row and gives the name.</summary>
    public string Add(CsvRow row)
    {
        var number = row.Integer(numberColumn, 0, MostClasses, "Give the number of the class, from 0.");
        var name = row.Text(nameColumn);
        if (_names.TryGetValue(number, out var known) && known != name)
        {
            throw row.Error(
                nameColumn, $"calls class {number} '{name}', but an earlier row calls it '{known}'", "Give each class one name.");
        }

        if (_numbers.TryGetValue(name, out var other) && other != number)
        {
            throw row.Error(
                numberColumn, $"gives '{name}' the number {number}, but an earlier row gives it {other}", "Give each class one number.");
        }

        _names[number] = name;
        _numbers[name] = number;
        return name;
    }
}
