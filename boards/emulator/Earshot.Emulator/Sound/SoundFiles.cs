using Earshot.Audio.Wav;

namespace Earshot.Emulator.Sound;

/// <summary>Recordings as sounds to be played.</summary>
public static class SoundFiles
{
    /// <summary>
    /// Reads a WAV file, or every WAV file of a folder and its subfolders in the order of their paths. A file in a
    /// subfolder is labelled with the subfolder's name.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="sampleRate">The rate to bring them to.</param>
    /// <exception cref="InputException">There is nothing to read, or a file is damaged.</exception>
    public static IReadOnlyList<SoundClip> Read(string path, int sampleRate)
    {
        if (File.Exists(path))
        {
            return [new SoundClip(Path.GetFileName(path), "", WavFile.ReadMono16(path, sampleRate))];
        }

        if (!Directory.Exists(path))
        {
            throw new InputException(path, "there is no such file or folder.", "Give a WAV file, or a folder of them.");
        }

        var files = Directory.GetFiles(path, "*.wav", SearchOption.AllDirectories);
        if (files.Length == 0)
        {
            throw new InputException(path, "there is no WAV file in it.", "Give a WAV file, or a folder of them.");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.Select(file => Labelled(path, file, sampleRate))];
    }

    private static SoundClip Labelled(string folder, string file, int sampleRate)
    {
        var name = Path.GetRelativePath(folder, file);
        var label = Path.GetDirectoryName(name) is { Length: > 0 } subfolder ? Path.GetFileName(subfolder) : "";
        return new SoundClip(name.Replace('\\', '/'), label, WavFile.ReadMono16(file, sampleRate));
    }
}
