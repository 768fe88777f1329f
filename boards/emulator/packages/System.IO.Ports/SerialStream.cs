namespace System.IO.Ports;

/// <summary>An open port as a stream.</summary>
internal class SerialStream : Stream
{
    private readonly SerialPort _serial;

    public SerialStream(SerialPort serial) => _serial = serial;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => _serial.Read(buffer, offset, count);

    public override int Read(SpanByte buffer) => throw new NotImplementedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => _serial.Write(buffer, offset, count);
}
