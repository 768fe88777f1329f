namespace Earshot.Native;

/// <summary>Turns what the pack reader says into an error that names place and remedy.</summary>
internal static class ModelFault
{
    public static Exception Describe(EarshotStatus status, int record, string source)
    {
        if (status is EarshotStatus.Argument or EarshotStatus.Alignment or EarshotStatus.Arithmetic)
        {
            return new EarshotException(status);
        }

        var where = record < 0 ? "" : $" ({KindOfRecord(status)} {record})";
        return new InputException(source, $"{EarshotException.TextOf(status)}{where}.", Remedy(status));
    }

    private static string KindOfRecord(EarshotStatus status) => status switch
    {
        EarshotStatus.Label => "class",
        EarshotStatus.Tensor or EarshotStatus.Arena => "tensor",
        EarshotStatus.Reserved or EarshotStatus.Offset => "record",
        _ => "layer",
    };

    private static string Remedy(EarshotStatus status) => status switch
    {
        EarshotStatus.Magic => "Give the path of an .earshot file, as 'earshot pack' writes it.",
        EarshotStatus.Size or EarshotStatus.Crc => "Copy the file again, or make it again with 'earshot pack'.",
        EarshotStatus.Version or EarshotStatus.Kernel => "Make the pack again with the 'earshot pack' of this version.",
        _ => "Make it again with 'earshot pack'; if that gives the same error, please report it with the file.",
    };
}
