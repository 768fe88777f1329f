using Earshot.Deployment.Images;
using Earshot.Emulator.Boards;

namespace Earshot.Deployment.Plans;

/// <summary>Builds what is flashed into the deployment region.</summary>
public static class DeploymentImages
{
    private const byte Erased = 0xFF;

    /// <summary>App and model as one image from the region's start: between them the flash stays erased.</summary>
    /// <param name="application">The app.</param>
    /// <param name="pack">The model pack, or null.</param>
    /// <param name="board">The board.</param>
    public static byte[] Joined(ApplicationImage application, byte[]? pack, BoardDescription board)
    {
        var app = application.ToArray();
        if (pack is null)
        {
            return app;
        }

        var at = (int)(board.ModelPlace.Address - board.Memory.DeploymentAddress);
        var image = new byte[at + pack.Length];
        image.AsSpan().Fill(Erased);
        app.CopyTo(image, 0);
        pack.CopyTo(image, at);
        return image;
    }
}
