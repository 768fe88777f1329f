using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <content>On the air, and listening after it: LoRaWAN 1.0.3 §3.3.</content>
internal sealed partial class EndDevice
{
    private void Exchange(byte[] bytes, int frequency, LoraDataRate rate, int firstWindow, Func<LoraAnswer, bool> accept, Action<bool> done)
    {
        var epoch = _epoch;
        var start = scheduler.Now;
        var length = rate.Airtime(bytes.Length, hasCrc: true);
        var transmission = new LoraTransmission
        {
            Sender = DevEui,
            Number = _transmissions++,
            Start = start,
            End = start + length,
            Frequency = frequency,
            DataRate = rate,
            Power = 14 - (2 * PowerIndex),
            Bytes = bytes,
        };
        _isBusy = true;
        _dutyCycle.Book(SubBand.Of(frequency), start, length);
        StateChanged?.Invoke(ModemState.Transmit);
        // From the first symbol on it is in the way of others, even if it is cut short.
        gateway.Transmit(transmission);
        scheduler.ScheduleAt(transmission.End, () =>
        {
            // A modem that was reset in the middle of it has sent no frame.
            if (epoch != _epoch)
            {
                return;
            }

            StateChanged?.Invoke(ModemState.Idle);
            var opens = transmission.End + (firstWindow * VirtualTime.Second);
            scheduler.ScheduleAt(opens, () => OpenFirst(epoch, transmission, rate, accept, done));
        });
    }

    private void OpenFirst(int epoch, LoraTransmission transmission, LoraDataRate rate, Func<LoraAnswer, bool> accept, Action<bool> done)
    {
        // The network has heard it, whether the device still listens or not.
        var answer = gateway.Hear(transmission, scheduler.Now);
        if (epoch != _epoch)
        {
            return;
        }

        void Finish(bool isAccepted)
        {
            _isBusy = false;
            StateChanged?.Invoke(ModemState.Idle);
            done(isAccepted);
        }

        // The second window opens a second after the first, unless the first one brought something.
        Listen(epoch, answer, window: 1, rate, accept, Finish, otherwise: opened => scheduler.ScheduleAt(
            Math.Max(opened + VirtualTime.Second, scheduler.Now),
            () => WhenAlive(epoch, () => Listen(epoch, answer, window: 2, LoraDataRate.All[0], accept, Finish, otherwise: _ => Finish(false)))));
    }

    private void Listen(
        int epoch, LoraAnswer? answer, int window, LoraDataRate rate, Func<LoraAnswer, bool> accept, Action<bool> finish, Action<long> otherwise)
    {
        var opened = scheduler.Now;
        var heard = answer is { IsLost: false } && answer.Window == window ? answer : null;
        var length = heard is null ? WindowSymbols * rate.Symbol : rate.Airtime(heard.Bytes.Length, hasCrc: false);
        StateChanged?.Invoke(ModemState.Receive);
        scheduler.ScheduleAfter(length, () => WhenAlive(epoch, () =>
        {
            StateChanged?.Invoke(ModemState.Idle);
            if (heard is not null && accept(heard))
            {
                finish(true);
            }
            else
            {
                otherwise(opened);
            }
        }));
    }

    private void WhenAlive(int epoch, Action action)
    {
        if (epoch == _epoch)
        {
            action();
        }
    }
}
