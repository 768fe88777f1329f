using Earshot.Deployment.Checks;
using Earshot.Deployment.Images;

namespace Earshot.Deployment.Plans;

/// <summary>What was found, what would be flashed, and the commands for it.</summary>
public sealed record DeploymentPlan
{
    /// <summary>What was asked for.</summary>
    public required DeploymentRequest Request { get; init; }

    /// <summary>What the checks found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The app, or null.</summary>
    public ApplicationImage? Application { get; init; }

    /// <summary>The model pack, or null.</summary>
    public byte[]? Pack { get; init; }

    /// <summary>Whether everything belongs together.</summary>
    public bool IsSound => Findings.All(finding => finding.State != FindingState.Bad);

    /// <summary>The app's image, with the model where both are written as one; null when neither is flashed.</summary>
    public byte[]? Image => Application is null ? null
        : DeploymentImages.Joined(Application, Request.Way == DeploymentInterface.Serial || SharesEraseUnit ? Pack : null, Request.Board);

    /// <summary>Whether the model is written as a part of the app's image.</summary>
    public bool IsJoined => Pack is not null && Application is not null && (Request.Way == DeploymentInterface.Serial || SharesEraseUnit);

    private bool SharesEraseUnit => Request.Board.ModelPlace.EraseAddress == Request.Board.Memory.DeploymentAddress;
}
