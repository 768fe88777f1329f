using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>Adds up what each component of a board draws, exactly: in integers, so that no order and no length of a run matters.</summary>
public sealed class EnergyMeter
{
    private readonly Scheduler _scheduler;
    private readonly List<EnergyComponent> _components = [];

    internal EnergyMeter(Scheduler scheduler) => _scheduler = scheduler;

    /// <summary>Every component so far, in the order in which they were first asked for.</summary>
    public IReadOnlyList<EnergyComponent> Components => _components;

    /// <summary>The current of all components together at this moment, in amperes.</summary>
    public double Amperes => _components.Sum(component => component.Amperes);

    /// <summary>Raised when a component begins to draw another current.</summary>
    public event Action<EnergyComponent>? Changed;

    /// <summary>Finds a component, or begins one that draws nothing yet.</summary>
    /// <param name="name">What it is, such as <c>radio</c>.</param>
    public EnergyComponent Component(string name)
    {
        var component = _components.Find(other => other.Name == name);
        return component ?? Add(new EnergyComponent(_scheduler, name));
    }

    internal T Add<T>(T component)
        where T : EnergyComponent
    {
        component.Changed += () => Changed?.Invoke(component);
        _components.Add(component);
        return component;
    }
}
