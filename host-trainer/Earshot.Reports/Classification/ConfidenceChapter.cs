using System.Globalization;
using Earshot.Reports.Charts;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Classification;

/// <summary>Says how far a model's probabilities can be believed: reliability curve and receiver operating characteristics.</summary>
internal static class ConfidenceChapter
{
    private const int CurveSteps = 100;
    private const string Heading = "Confidence";

    /// <summary>The chapter, or none where neither is known.</summary>
    public static IReadOnlyList<ReportChapter> Create(IReadOnlyList<ReliabilityBin> reliability, IReadOnlyList<ClassCurve> curves)
    {
        var sections = new List<IReportSection>();
        if (reliability.Count > 0)
        {
            sections.Add(Reliability(reliability));
        }

        if (curves.Count > 0)
        {
            sections.Add(Characteristics(curves));
        }

        return sections.Count == 0
            ? []
            : [new ReportChapter(Heading, sections)
            {
                Introduction = reliability.Count == 0 ? null : FormattableString.Invariant(
                    $"Expected calibration error {100 * CalibrationError(reliability):0.0} points: how far confidence and accuracy are apart, averaged over the clips (Guo et al., 2017)."),
            }];
    }

    private static double CalibrationError(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Sum(bin => bin.Clips * Math.Abs(bin.Confidence - bin.Accuracy)) / bins.Sum(bin => bin.Clips);

    private static LineChart Reliability(IReadOnlyList<ReliabilityBin> bins)
    {
        var ordered = bins.Where(bin => bin.Clips > 0).OrderBy(bin => bin.Confidence).ToArray();
        var positions = ordered.Select(bin => bin.Confidence).Prepend(0).Append(1).ToArray();
        return new LineChart(
            "Reliability",
            "confidence",
            positions,
            [
                new LineSeries("perfect", positions) { IsDashed = true, Color = 9 },
                new LineSeries("measured", [double.NaN, .. ordered.Select(bin => bin.Accuracy), double.NaN])
                {
                    Color = 0,
                    Names = ["", .. ordered.Select(bin => bin.Clips.ToString(CultureInfo.InvariantCulture) + " clips"), ""],
                },
            ])
        {
            LeftName = "share that was right",
            LeftRange = (0, 1),
        };
    }

    private static LineChart Characteristics(IReadOnlyList<ClassCurve> curves)
    {
        double[] positions = [.. Enumerable.Range(0, CurveSteps + 1).Select(step => (double)step / CurveSteps)];
        return new LineChart(
            "Receiver operating characteristic, one class against the others",
            "share of other clips taken for the class",
            positions,
            [.. curves.Select(curve => new LineSeries(
                FormattableString.Invariant($"{curve.Label} (area {curve.Area:0.000})"), [.. positions.Select(curve.At)]))])
        {
            LeftName = "share of its clips found",
            LeftRange = (0, 1),
        };
    }
}
