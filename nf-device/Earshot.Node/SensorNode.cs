using System;

namespace Earshot.Node;

/// <summary>A node: storage, settings, queue and radio, which last, and the listening, which may fail and begin again.</summary>
public sealed class SensorNode
{
    private const int PauseAfterFailure = 10000;

    private readonly SettingsStore _settings;
    private readonly LabelQueue _queue;
    private readonly NodeClock _clock = new NodeClock();
    private readonly NodeMemory _memory;
    private readonly NodeReports _reports;
    private readonly NodeUplink _uplink;
    private readonly NodeSleep _sleep;

    /// <summary>Finds what was kept over the reset. Goes to sleep again, if it was asleep.</summary>
    public SensorNode()
    {
        NodeStorage storage = new NodeStorage();
        _memory = new NodeMemory(storage.Memory);
        NodeSleep.Resume(_memory, _clock);
        NodeSleep.StartWatchdog();
        _settings = new SettingsStore(storage.Settings);
        _queue = new LabelQueue(storage.Messages, storage.Marks);
        _reports = new NodeReports(_settings, _memory, _queue, _clock, storage.HasFiles);
        _uplink = new NodeUplink(_settings.Settings, _queue, _clock, _reports);
        _sleep = new NodeSleep(_memory, _clock, _uplink);
    }

    /// <summary>Listens until something fails, and begins again. Returns only for a restart that does not come.</summary>
    public void Run()
    {
        while (true)
        {
            try
            {
                using (Listener listener = Open())
                {
                    listener.Run();
                }
            }
            catch (Exception exception)
            {
                Console.WriteLine("Earshot.Node: " + exception.Message);
                Console.WriteLine(exception.StackTrace);
                ReportWithoutModel();
            }

            if (_reports.WantsRestart)
            {
                _sleep.RestartWhenDelivered();
            }

            _sleep.Wait(PauseAfterFailure);
        }
    }

    private Listener Open()
    {
        _reports.Model = null;
        ModelSelector model = new ModelSelector(_memory);
        _reports.Model = model;
        _reports.Classes = model.Classifier.Model.Classes.Length;
        _uplink.Connect(model.Classifier.Model.Classes);
        return new Listener(model, _settings.Settings, _queue, _clock, _reports, _uplink, _sleep);
    }

    // A node that cannot listen can still say so.
    private void ReportWithoutModel()
    {
        try
        {
            if (_reports.Model == null)
            {
                _uplink.Connect(new SoundClass[0]);
            }

            _reports.SendStatusIfDue();
            _uplink.Wake();
        }
        catch (Exception exception)
        {
            Console.WriteLine("Earshot.Node: radio: " + exception.Message);
        }
    }
}
