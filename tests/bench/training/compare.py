"""Training steps a second: Earshot (ONNX Runtime) against PyTorch, same networks, same batch, one machine, one run.

    python3 tests/bench/training/compare.py [--repeats 5] [--seconds 2] [--models sb-cnn earshot-m]

Needs PyTorch (Debian and Ubuntu: apt install python3-torch) and the benchmark program:

    dotnet build -c Release tests/bench/training/Earshot.TrainingThroughput

A step is forward, cross-entropy with label smoothing, backward, gradient clipping and AdamW, on a batch that stays in memory;
Earshot's also follows the average of the weights, PyTorch's does not. Each side works while the other waits, turn by turn, and the ratio is
the median of the turns' ratios, so that what else runs on the machine hits both.
"""
import argparse
import json
import os
import statistics
import subprocess
import time
from pathlib import Path

import torch
from torch import nn

from network import Network

BATCH = 64
ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / ".artifacts" / "bin" / "Earshot.TrainingThroughput" / "release" / "Earshot.TrainingThroughput.dll"


class Earshot:
    def __init__(self, model, threads):
        self.process = subprocess.Popen(
            ["dotnet", str(PROGRAM), model, str(BATCH), str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.network = json.loads(self.process.stdout.readline())

    def seconds(self, steps):
        self.process.stdin.write(f"{steps}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class PyTorch:
    def __init__(self, network, threads):
        torch.set_num_threads(threads)
        torch.manual_seed(1)
        self.features = torch.randn(BATCH, 1, network["frames"], network["bands"])
        self.targets = torch.randint(network["classes"], (BATCH,))
        self.model = Network(network["layers"], network["frames"], network["bands"])
        parameters = sum(parameter.numel() for parameter in self.model.parameters())
        if parameters != network["parameters"]:
            raise SystemExit(f"{network['model']}: {parameters} parameters in PyTorch, {network['parameters']} in Earshot; network.py does not build the same.")
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=1e-3, betas=(0.9, 0.99), weight_decay=0.02)
        self.loss = nn.CrossEntropyLoss(label_smoothing=0.05)

    def seconds(self, steps):
        started = time.perf_counter()
        for _ in range(steps):
            self.optimizer.zero_grad(set_to_none=True)
            loss = self.loss(self.model(self.features), self.targets)
            loss.backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 5)
            self.optimizer.step()
        loss.item()
        return time.perf_counter() - started


def compare(model, threads, repeats, seconds):
    ours = Earshot(model, threads)
    theirs = PyTorch(ours.network, threads)
    warm_up = 20
    ours.seconds(warm_up)
    theirs.seconds(warm_up)
    steps = max(5, round(seconds / (theirs.seconds(warm_up) / warm_up)))
    turns = [(ours.seconds(steps), theirs.seconds(steps)) for _ in range(repeats)]
    ours.close()
    rates = [[BATCH * steps / turn[side] for turn in turns] for side in (0, 1)]
    ratio = statistics.median(turn[1] / turn[0] for turn in turns)
    print(f"{model:14} {threads:7} {statistics.median(rates[0]):12.0f} {statistics.median(rates[1]):12.0f} {ratio:8.2f}", flush=True)
    return {"model": model, "threads": threads, "batch": BATCH, "earshot": rates[0], "pytorch": rates[1], "ratio": ratio}


def main():
    if not PROGRAM.exists():
        raise SystemExit(f"{PROGRAM} is missing. Run: dotnet build -c Release tests/bench/training/Earshot.TrainingThroughput")
    models = json.loads(subprocess.check_output(["dotnet", str(PROGRAM)], text=True))
    parser = argparse.ArgumentParser(description="Training steps a second: Earshot against PyTorch.")
    parser.add_argument("--repeats", type=int, default=5, help="turns of each side")
    parser.add_argument("--seconds", type=float, default=2, help="about how long a turn takes")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--models", nargs="+", choices=models, default=models)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    print(f"PyTorch {torch.__version__}, batch {BATCH}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'model':14} {'threads':>7} {'Earshot /s':>12} {'PyTorch /s':>12} {'ratio':>8}")
    results = [compare(model, threads, options.repeats, options.seconds) for model in options.models for threads in options.threads]
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
