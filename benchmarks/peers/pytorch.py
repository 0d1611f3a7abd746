"""Times training steps in PyTorch, as a child process of the benchmark command "peers": python3 pytorch.py NETWORK BATCH THREADS

After the warm-up it writes a line of JSON with its version. Then each line "measure SECONDS" on the standard input is answered by one with the median.
"""

import json
import statistics
import sys
import time

import torch
from torch import nn

from networks import NETWORKS

WARM_UP_SECONDS = 1.0


class TrainingStep:
    """Forward, loss, backward and update, with activations and weights in one memory format."""

    def __init__(self, network, batch, memory_format):
        create, shape, classes = NETWORKS[network]
        generator = torch.Generator().manual_seed(1)
        self.module = create().to(memory_format=memory_format).train()
        self.inputs = (2 * torch.rand(batch, *shape, generator=generator) - 1).to(memory_format=memory_format)
        self.labels = torch.randint(classes, (batch,), generator=generator)
        self.loss = nn.CrossEntropyLoss()
        # As the compiled side: a small rate, so that the same batch again and again does not drive gradients into denormal numbers.
        self.optimizer = torch.optim.SGD(self.module.parameters(), lr=1e-4, momentum=0.9, weight_decay=5e-4)

    def __call__(self):
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.module(self.inputs), self.labels).backward()
        self.optimizer.step()

    def time(self, seconds):
        """Durations in milliseconds; at least one."""
        durations = []
        begin = time.perf_counter()
        while not durations or time.perf_counter() - begin < seconds:
            start = time.perf_counter()
            self()
            durations.append(1000 * (time.perf_counter() - start))
        return durations


def answer(message):
    print(json.dumps(message), flush=True)


def fastest(network, batch):
    """The better of PyTorch's two memory formats, warmed up: (step, name, shortest duration)."""
    steps = {
        "contiguous": TrainingStep(network, batch, torch.contiguous_format),
        "channels_last": TrainingStep(network, batch, torch.channels_last),
    }
    shortest = dict.fromkeys(steps, float("inf"))
    for step in steps.values():
        step.time(WARM_UP_SECONDS / 2)
    for _ in range(2):  # In turn and by the shortest, so that a disturbance does not choose.
        for name, step in steps.items():
            shortest[name] = min(shortest[name], *step.time(WARM_UP_SECONDS / 2))
    best = min(shortest, key=shortest.get)
    return steps[best], best, shortest[best]


def main(network, batch, threads):
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    step, layout, duration = fastest(network, batch)
    answer({"version": f"PyTorch {torch.__version__}", "note": layout})
    for line in sys.stdin:
        command, *arguments = line.split()
        if command != "measure":
            sys.exit(f"pytorch: {command} is not known; measure SECONDS")
        seconds = float(arguments[0])
        if duration < seconds / 4:
            step()  # Caches again hold what is ours.
        durations = step.time(seconds)
        answer({"median_ms": statistics.median(durations), "min_ms": min(durations), "calls": len(durations)})


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
