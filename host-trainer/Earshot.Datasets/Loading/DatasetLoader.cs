namespace Earshot.Datasets.Loading;

/// <summary>Reads a folder of recordings, whichever of the known layouts it has.</summary>
public static class DatasetLoader
{
    /// <summary>Finds out the layout and reads the dataset; no sound is read yet.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="InputException">The folder is missing or has no known layout, or the dataset is faulty.</exception>
    public static Dataset Load(string folder, DatasetOptions? options = null)
    {
        options ??= new DatasetOptions();
        if (!Directory.Exists(folder))
        {
            throw new InputException(
                folder,
                File.Exists(folder) ? "it is a file; a dataset is a folder." : "there is no such folder.",
                "Give the folder of a dataset.");
        }

        try
        {
            if (EscLayout.IsIn(folder))
            {
                return EscLayout.Load(folder, options);
            }

            if (options.Esc10Only)
            {
                throw new InputException(folder, "the ESC-10 subset was asked for, but it is not in ESC-50's layout.", "Leave that option out.");
            }

            return UrbanSound8KLayout.IsIn(folder) ? UrbanSound8KLayout.Load(folder)
                : FolderPerClassLayout.IsIn(folder) ? FolderPerClassLayout.Load(folder, options)
                : throw Unknown(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"it cannot be read ({exception.Message}).", "Give a folder that you may read.", exception);
        }
    }

    private static InputException Unknown(string folder) => new(
        folder,
        Directory.EnumerateFileSystemEntries(folder).Any() ? "it has no known layout." : "the folder is empty.",
        "Give a folder with meta/*.csv and audio/ (ESC-50), with metadata/UrbanSound8K.csv and audio/fold1 … (UrbanSound8K), "
        + "or with one folder of WAV files per class.");
}
