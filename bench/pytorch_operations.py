#!/usr/bin/env python3
"""Time single PyTorch operations on the CPU: prints the median milliseconds of each as JSON, under the names of OperationList.cs."""
import argparse
import json
import statistics
import time

import torch

ELEMENTS = 16 * 1024 * 1024


def timed(body):
    milliseconds = []
    start = time.perf_counter()
    while len(milliseconds) < 7 or time.perf_counter() - start < 0.4:
        before = time.perf_counter()
        body()
        milliseconds.append((time.perf_counter() - before) * 1000)
    return statistics.median(milliseconds[2:])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    torch.set_num_threads(parser.parse_args().threads)
    torch.manual_seed(1)
    timings = {}
    for size in (256, 512, 1024, 2048):
        x, y = torch.rand(size, size), torch.rand(size, size)
        timings[f"product {size}"] = timed(lambda: torch.mm(x, y))

    x, y = torch.randn(ELEMENTS), torch.randn(ELEMENTS)
    timings["copy"] = timed(lambda: x.clone())
    timings["add"] = timed(lambda: x + y)
    timings["relu"] = timed(lambda: torch.relu(x))
    timings["exp"] = timed(lambda: x.exp())
    timings["log"] = timed(lambda: x.log())
    timings["sigmoid"] = timed(lambda: x.sigmoid())
    timings["tanh"] = timed(lambda: x.tanh())
    timings["sum"] = timed(lambda: x.sum())

    layers = torch.nn.Sequential(torch.nn.BatchNorm2d(64), torch.nn.ReLU())
    images = torch.randn(70, 64, 32, 32).contiguous(memory_format=torch.channels_last).requires_grad_()
    upstream = torch.ones(70, 64, 32, 32).contiguous(memory_format=torch.channels_last)

    def forward():
        with torch.no_grad():
            layers(images)

    def step():
        images.grad = None
        layers(images).backward(upstream)

    timings["batch norm + relu, forward"] = timed(forward)
    timings["batch norm + relu, forward and backward"] = timed(step)
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
