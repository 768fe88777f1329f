namespace Earshot;

/// <summary>What a <see cref="DownlinkKind.Command"/> asks for.</summary>
public enum NodeCommand
{
    /// <summary>Send the status now.</summary>
    SendStatus = 1,

    /// <summary>Start again.</summary>
    Restart = 2,

    /// <summary>Forget all settings that came by downlink.</summary>
    RestoreDefaults = 3,

    /// <summary>Forget that the deployed model was refused, and start again with it.</summary>
    TryDeployedModel = 4,

    /// <summary>Listen for a tone of 1 kHz that somebody plays to the microphone, and tell what it is like.</summary>
    CheckMicrophone = 5,
}
