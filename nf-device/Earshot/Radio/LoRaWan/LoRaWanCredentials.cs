using System;

namespace Earshot;

/// <summary>
/// What a node joins a network with. Nothing gives the key back: no property, no text, no message of an exception.
/// </summary>
public sealed class LoRaWanCredentials
{
    private readonly byte[] _devEui;
    private readonly byte[] _joinEui;
    private readonly byte[] _appKey;

    /// <summary>Takes the three in hexadecimal, most significant byte first, as a network's console shows them.</summary>
    /// <param name="devEui">16 digits: the device.</param>
    /// <param name="joinEui">16 digits: the join server (AppEUI before LoRaWAN 1.0.4).</param>
    /// <param name="appKey">32 digits: the secret.</param>
    /// <exception cref="ArgumentException">One is not of that form; the message names which and does not repeat it.</exception>
    public LoRaWanCredentials(string devEui, string joinEui, string appKey)
    {
        _devEui = Parse(devEui, 8, "DevEUI");
        _joinEui = Parse(joinEui, 8, "JoinEUI");
        _appKey = Parse(appKey, 16, "AppKey");
    }

    /// <summary>Says nothing of what it holds.</summary>
    public override string ToString()
    {
        return "LoRaWAN credentials";
    }

    internal void WriteDevEui(AtCommand command)
    {
        command.Hexadecimal(_devEui, _devEui.Length);
    }

    internal void WriteJoinEui(AtCommand command)
    {
        command.Hexadecimal(_joinEui, _joinEui.Length);
    }

    internal void WriteAppKey(AtCommand command)
    {
        command.Hexadecimal(_appKey, _appKey.Length);
    }

    /// <summary>A number that differs from node to node, so that a fleet that is switched on at once does not join at once.</summary>
    internal int Seed()
    {
        int seed = 17;
        for (int index = 0; index < _devEui.Length; index++)
        {
            seed = (seed * 31) + _devEui[index];
        }

        return seed & 0x7FFFFFFF;
    }

    private static byte[] Parse(string text, int length, string name)
    {
        byte[] bytes = new byte[length];
        bool isValid = text != null && text.Length == 2 * length;
        for (int index = 0; isValid && index < text.Length; index++)
        {
            int digit = Digit(text[index]);
            isValid = digit >= 0;
            bytes[index / 2] = (byte)((bytes[index / 2] << 4) | (digit & 15));
        }

        return isValid ? bytes : throw new ArgumentException(name + " must be " + (2 * length).ToString() + " hexadecimal digits.");
    }

    private static int Digit(char character)
    {
        if (character >= '0' && character <= '9')
        {
            return character - '0';
        }

        int letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
