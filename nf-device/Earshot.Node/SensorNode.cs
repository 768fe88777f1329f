using System;
using System.IO.Ports;

namespace Earshot.Node;

/// <summary>The wiring: microphone, classifier, smoother, detector, radio.</summary>
public sealed class SensorNode : IDisposable
{
    private const int HopTimeout = 1000;

    private readonly SoundClassifier _classifier;
    private readonly DmaMicrophone _microphone;
    private readonly SerialPort _port;
    private readonly EventReporter _reporter;
    private readonly ScoreSmoother _smoother;
    private readonly EventDetector _detector;
    private readonly byte[] _scores;
    private long _lost;

    /// <summary>Opens everything; nothing is allocated after that but what an event needs.</summary>
    public SensorNode(NodeConfiguration configuration)
    {
        try
        {
            _classifier = new SoundClassifier(configuration.Model);
            SoundModel model = _classifier.Model;
            _port = new SerialPort(configuration.RadioPort, configuration.RadioBaudRate);
            _port.WriteTimeout = configuration.RadioTimeout;
            _port.Open();
            SerialRadio radio = new SerialRadio(_port, model.Classes);
            radio.Introduce();
            _reporter = new EventReporter(radio, configuration.FullScaleLevel);
            _smoother = new ScoreSmoother(model);
            _detector = new EventDetector(model, configuration.Events);
            _scores = new byte[model.Classes.Length];
            _microphone = new DmaMicrophone(model.SampleRate);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Listens for ever.</summary>
    public void Run()
    {
        Console.WriteLine("Earshot.Node: " + _classifier.Model.Name + ", " + _classifier.Model.Classes.Length.ToString() + " classes");
        _microphone.Start();
        while (true)
        {
            Heard heard = _classifier.Listen(_microphone, HopTimeout);
            if (heard != Heard.Nothing)
            {
                Detect(heard == Heard.Decision);
            }
        }
    }

    /// <summary>Closes everything.</summary>
    public void Dispose()
    {
        if (_microphone != null)
        {
            _microphone.Dispose();
        }

        if (_port != null)
        {
            _port.Dispose();
        }

        if (_classifier != null)
        {
            _classifier.Dispose();
        }
    }

    private void Detect(bool isDecision)
    {
        if (isDecision)
        {
            _classifier.ReadScores(_scores);
        }

        SoundEvent heard = _detector.Hear(_microphone.Position, _classifier.Level, isDecision ? _scores : null, _smoother);
        if (heard != null)
        {
            _reporter.Report(heard, _microphone.Started);
            ReportLosses();
        }
    }

    private void ReportLosses()
    {
        long lost = _microphone.Lost;
        if (lost != _lost)
        {
            _lost = lost;
            Console.WriteLine("Earshot.Node: " + lost.ToString() + " ms of sound lost so far");
        }
    }
}
