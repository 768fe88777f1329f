namespace Earshot.Deployment.Plans;

/// <summary>The way to the board.</summary>
public enum DeploymentInterface
{
    /// <summary>nanoff writes the flash through the board's ST-LINK, each part at its address.</summary>
    StLink,

    /// <summary>nanoFramework's wire protocol on a serial port: the firmware on the board writes, app and model as one image.</summary>
    Serial,
}
