namespace System.Text;

/// <summary>A string that grows in place: one array of characters that doubles when it is full.</summary>
public sealed class StringBuilder
{
    private const int DefaultCapacity = 16;

    private char[] _chars;
    private int _length;

    public StringBuilder(string value, int startIndex, int length, int capacity)
    {
        value ??= string.Empty;
        if (capacity < 0 || length < 0 || startIndex < 0 || startIndex > value.Length - length)
        {
            throw new ArgumentOutOfRangeException();
        }

        MaxCapacity = int.MaxValue;
        int wanted = capacity == 0 ? DefaultCapacity : capacity;
        _chars = new char[wanted < length ? length : wanted];
        Append(value, startIndex, length);
    }

    public StringBuilder(string value, int capacity)
        : this(value, 0, value == null ? 0 : value.Length, capacity)
    {
    }

    public StringBuilder(int capacity, int maxCapacity)
    {
        if (capacity < 0 || maxCapacity < 1 || capacity > maxCapacity)
        {
            throw new ArgumentOutOfRangeException();
        }

        MaxCapacity = maxCapacity;
        _chars = new char[capacity == 0 ? (maxCapacity < DefaultCapacity ? maxCapacity : DefaultCapacity) : capacity];
    }

    public StringBuilder(int capacity)
        : this(string.Empty, capacity)
    {
    }

    public StringBuilder(string value)
        : this(value, DefaultCapacity)
    {
    }

    public StringBuilder()
        : this(DefaultCapacity)
    {
    }

    public int MaxCapacity { get; }

    /// <summary>The characters that fit before the next allocation.</summary>
    public int Capacity
    {
        get => _chars.Length;
        set
        {
            if (value < _length || value > MaxCapacity)
            {
                throw new ArgumentOutOfRangeException();
            }

            Resize(value);
        }
    }

    /// <summary>Shortens the text, or lengthens it with '\0'.</summary>
    public int Length
    {
        get => _length;
        set
        {
            if (value < 0 || value > MaxCapacity)
            {
                throw new ArgumentOutOfRangeException();
            }

            if (value > _length)
            {
                Append('\0', value - _length);
            }

            _length = value;
        }
    }

    public char this[int index]
    {
        get => index >= 0 && index < _length ? _chars[index] : throw new IndexOutOfRangeException();
        set
        {
            if (index < 0 || index >= _length)
            {
                throw new ArgumentOutOfRangeException();
            }

            _chars[index] = value;
        }
    }

    public StringBuilder Append(bool value) => Append(value.ToString());

    public StringBuilder Append(byte value) => Append(value.ToString());

    public StringBuilder Append(char value) => Append(value, 1);

    public StringBuilder Append(double value) => Append(value.ToString());

    public StringBuilder Append(short value) => Append(value.ToString());

    public StringBuilder Append(char[] value) => value == null ? this : Append(value, 0, value.Length);

    public StringBuilder Append(int value) => Append(value.ToString());

    public StringBuilder Append(long value) => Append(value.ToString());

    public StringBuilder Append(object value) => value == null ? this : Append(value.ToString());

    public StringBuilder Append(string value) => value == null ? this : Append(value, 0, value.Length);

    public StringBuilder Append(sbyte value) => Append(value.ToString());

    public StringBuilder Append(float value) => Append(value.ToString());

    public StringBuilder Append(ushort value) => Append(value.ToString());

    public StringBuilder Append(uint value) => Append(value.ToString());

    public StringBuilder Append(ulong value) => Append(value.ToString());

    public StringBuilder Append(string value, int startIndex, int count)
    {
        if (value == null)
        {
            return startIndex == 0 && count == 0 ? this : throw new ArgumentNullException();
        }

        CheckRange(startIndex, count, value.Length);
        int target = MakeRoom(_length, count);
        for (int i = 0; i < count; i++)
        {
            _chars[target + i] = value[startIndex + i];
        }

        return this;
    }

    public StringBuilder Append(char[] value, int startIndex, int charCount)
    {
        if (value == null)
        {
            return startIndex == 0 && charCount == 0 ? this : throw new ArgumentNullException();
        }

        return Insert(_length, value, startIndex, charCount);
    }

    public StringBuilder Append(char value, int repeatCount)
    {
        if (repeatCount < 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        int target = MakeRoom(_length, repeatCount);
        for (int i = 0; i < repeatCount; i++)
        {
            _chars[target + i] = value;
        }

        return this;
    }

    public StringBuilder AppendLine(string str) => Append(str).AppendLine();

    public StringBuilder AppendLine() => Append("\r\n");

    public StringBuilder Insert(int index, string value, int count)
    {
        CheckRange(index, 0, _length);
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        char[] chars = value == null ? new char[0] : value.ToCharArray();
        for (int i = 0; i < count; i++)
        {
            Insert(index, chars, 0, chars.Length);
        }

        return this;
    }

    public StringBuilder Insert(int index, char[] value, int startIndex, int charCount)
    {
        CheckRange(index, 0, _length);
        if (value == null)
        {
            return startIndex == 0 && charCount == 0 ? this : throw new ArgumentNullException();
        }

        CheckRange(startIndex, charCount, value.Length);
        MakeRoom(index, charCount);
        Array.Copy(value, startIndex, _chars, index, charCount);
        return this;
    }

    public StringBuilder Remove(int startIndex, int length)
    {
        CheckRange(startIndex, length, _length);
        int tail = startIndex + length;
        Array.Copy(_chars, tail, _chars, startIndex, _length - tail);
        _length -= length;
        return this;
    }

    public StringBuilder Replace(char oldChar, char newChar) => Replace(oldChar, newChar, 0, _length);

    public StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
    {
        CheckRange(startIndex, count, _length);
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (_chars[i] == oldChar)
            {
                _chars[i] = newChar;
            }
        }

        return this;
    }

    public StringBuilder Replace(string oldValue, string newValue) => Replace(oldValue, newValue, 0, _length);

    public StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)
    {
        CheckRange(startIndex, count, _length);
        if (oldValue == null)
        {
            throw new ArgumentNullException();
        }

        if (oldValue.Length == 0)
        {
            throw new ArgumentException();
        }

        char[] replacement = newValue == null ? new char[0] : newValue.ToCharArray();
        int end = startIndex + count;
        for (int i = startIndex; i + oldValue.Length <= end;)
        {
            if (!Matches(oldValue, i))
            {
                i++;
                continue;
            }

            Remove(i, oldValue.Length).Insert(i, replacement, 0, replacement.Length);
            i += replacement.Length;
            end += replacement.Length - oldValue.Length;
        }

        return this;
    }

    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    public override string ToString() => new(_chars, 0, _length);

    public string ToString(int startIndex, int length)
    {
        CheckRange(startIndex, length, _length);
        return new string(_chars, startIndex, length);
    }

    private static void CheckRange(int start, int count, int length)
    {
        if (start < 0 || count < 0 || start > length - count)
        {
            throw new ArgumentOutOfRangeException();
        }
    }

    private bool Matches(string value, int index)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (_chars[index + i] != value[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves what stands at <paramref name="index"/> and after it up by <paramref name="count"/> characters.</summary>
    private int MakeRoom(int index, int count)
    {
        if (count > MaxCapacity - _length)
        {
            throw new ArgumentOutOfRangeException();
        }

        int needed = _length + count;
        if (needed > _chars.Length)
        {
            int doubled = _chars.Length > MaxCapacity / 2 ? MaxCapacity : _chars.Length * 2;
            Resize(doubled < needed ? needed : doubled);
        }

        Array.Copy(_chars, index, _chars, index + count, _length - index);
        _length = needed;
        return index;
    }

    private void Resize(int capacity)
    {
        var chars = new char[capacity];
        Array.Copy(_chars, chars, _length);
        _chars = chars;
    }
}
