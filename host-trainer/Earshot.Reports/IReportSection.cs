using Earshot.Reports.Html;

namespace Earshot.Reports;

/// <summary>A part of a report: data in, markup out.</summary>
public interface IReportSection
{
    /// <summary>Its markup.</summary>
    HtmlContent Render();
}
