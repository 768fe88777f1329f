using Earshot.Reports.Sections;
using Earshot.Reports.Training;

namespace Earshot.Reports.Boards;

/// <summary>What a model needs, in itself and on each board.</summary>
internal static class CostChapter
{
    /// <summary>The chapter, or none where nothing is known.</summary>
    public static IReadOnlyList<ReportChapter> Create(IReadOnlyList<CostRecord> costs, IReadOnlyList<BoardCost> boards)
    {
        var sections = new List<IReportSection>();
        if (costs.Count > 0)
        {
            sections.Add(new DataTable(
                "What the model needs",
                [new("Cost"), new("Value", true), new("Note")],
                [.. costs.Select(cost => (IReadOnlyList<string>)[cost.Name, cost.Value, cost.Note])]));
        }

        sections.AddRange(BoardCostTable.Create(boards));
        return sections.Count == 0 ? [] : [new ReportChapter("Cost on the board", sections)];
    }
}
