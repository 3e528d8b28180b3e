"""Trains with PyTorch, version 1 or 2."""

import torch
from torch import nn
from torch.nn import functional

import job as jobs


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


def optimizer_of(job, model):
    if job.network["optimizer"] == "SGD":
        return torch.optim.SGD(model.parameters(), lr=job.learning_rate)
    # One kernel for all weights, which version 1 does not have on a processor.
    fused = {"fused": True} if int(torch.__version__.split(".")[0]) >= 2 else {}
    return torch.optim.Adam(model.parameters(), lr=job.learning_rate, **fused)


def train_pass(model, optimizer, features, labels, batch):
    """Gathers batches by a permutation, which is faster than a DataLoader; returns loss and accuracy."""
    rows = len(labels)
    order = torch.randperm(rows)
    loss_sum, correct = torch.zeros(()), torch.zeros((), dtype=torch.int64)
    for start in range(0, rows, batch):
        chosen = order[start : start + batch]
        x, y = features[chosen], labels[chosen]
        logits = model(x)
        loss = functional.cross_entropy(logits, y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        loss_sum += loss.detach() * len(y)
        correct += (logits.argmax(1) == y).sum()
    return loss_sum.item() / rows, correct.item() / rows


def train(job, clock):
    torch.set_num_threads(job.threads)
    torch.manual_seed(1)
    features = torch.from_numpy(job.features)
    if features.dim() == 4:
        features = features.permute(0, 3, 1, 2).contiguous()
    labels = torch.from_numpy(job.labels).long()
    model = model_of(job.network, features[:1])
    optimizer = optimizer_of(job, model)
    for _ in range(job.epochs):
        for _ in range(job.passes):
            loss, accuracy = train_pass(model, optimizer, features, labels, job.batch)
        clock.epoch()
    return "PyTorch " + torch.__version__, loss, accuracy


if __name__ == "__main__":
    jobs.main(train)
