"""Trains with PyTorch what the job says, and prints the outcome: see ../README.md."""

import json
import resource
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional


def layer(spec, width):
    """The modules of one layer, and how many channels or values come out of it."""
    kind, units = spec["kind"], spec["units"]
    if kind == "CONVOLUTION":
        return [nn.Conv2d(width, units, 3), nn.ReLU()], units
    if kind == "POOLING":
        return [nn.MaxPool2d(2)], width
    if kind == "FLATTEN":
        return [nn.Flatten()], None
    linear = nn.LazyLinear(units) if width is None else nn.Linear(width, units)
    return ([linear] if kind == "OUTPUT" else [linear, nn.ReLU()]), units


def model_of(network, examples):
    modules, width = [], network["input"][-1]
    for spec in network["layers"]:
        added, width = layer(spec, width)
        modules += added
    model = nn.Sequential(*modules)
    model(examples)  # gives lazy layers their shape
    return model


def optimizer_of(network, model):
    kinds = {"ADAM": torch.optim.Adam, "SGD": torch.optim.SGD}
    return kinds[network["optimizer"]](model.parameters(), lr=network["learningRate"])


def train_pass(model, optimizer, features, labels, batch):
    """Gathers batches by a permutation, which is faster than a DataLoader; returns loss and accuracy."""
    rows = len(labels)
    order = torch.randperm(rows)
    loss_sum, correct = 0.0, 0
    for start in range(0, rows, batch):
        chosen = order[start : start + batch]
        x, y = features[chosen], labels[chosen]
        logits = model(x)
        loss = functional.cross_entropy(logits, y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(y)
        correct += (logits.argmax(1) == y).sum().item()
    return loss_sum / rows, correct / rows


def main(job_file):
    with open(job_file, encoding="utf-8") as file:
        job = json.load(file)
    network, schedule = job["network"], job["schedule"]
    torch.set_num_threads(schedule["threads"])
    torch.manual_seed(1)
    height_width_channels = network["input"]
    features = numpy.load(job["features"]).astype(numpy.float32)
    features /= numpy.float32(network["divisor"])
    channels_first = height_width_channels[-1:] + height_width_channels[:-1]
    features = torch.from_numpy(features.reshape([-1] + channels_first))
    labels = torch.from_numpy(numpy.load(job["labels"]).astype(numpy.int64))
    model = model_of(network, features[:1])
    optimizer = optimizer_of(network, model)
    seconds = []
    for _ in range(schedule["epochs"]):
        start = time.perf_counter()
        for _ in range(schedule["passes"]):
            loss, accuracy = train_pass(model, optimizer, features, labels, schedule["batch"])
        seconds.append(time.perf_counter() - start)
    outcome = {
        "version": "PyTorch " + torch.__version__,
        "seconds": seconds,
        "loss": loss,
        "accuracy": accuracy,
        "residentBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(outcome))


if __name__ == "__main__":
    main(sys.argv[1])
