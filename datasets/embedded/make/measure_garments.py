#!/usr/bin/python3
"""Measures how hard the drawn garments are: test accuracy of three models, each over some seeds.

Usage: OMP_WAIT_POLICY=passive /usr/bin/python3 measure_garments.py [FOLDER] [SEEDS]
       (defaults: ../fashion-mnist, seen from this script, and 3 seeds)

Needs the Debian packages python3-sklearn and python3-torch. A test picture is never trained on, and
nothing is chosen by its result: the epochs are fixed. The seed of the linear softmax only shuffles
the pictures. Prints also the confusion matrix of the first seed.
"""

import gzip
import sys
import warnings
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from torch import nn

CNN_EPOCHS = 12
BATCH = 64


def main():
    here = Path(__file__).resolve().parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "fashion-mnist"
    seeds = range(int(sys.argv[2]) if len(sys.argv) > 2 else 3)
    train, test = part(folder, "train"), part(folder, "t10k")
    for name, predict in (("linear", linear), ("two-layer", two_layer), ("CNN", cnn)):
        predictions = [predict(train, test[0], seed) for seed in seeds]
        scores = [100 * np.mean(p == test[1]) for p in predictions]
        print(f"{name:10} {np.mean(scores):5.1f} % of", " ".join(f"{s:.1f}" for s in scores), flush=True)
        print(confusion(test[1], predictions[0]), flush=True)


def part(folder, name):
    with gzip.open(folder / f"{name}-images-idx3-ubyte.gz") as file:
        images = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28)
    with gzip.open(folder / f"{name}-labels-idx1-ubyte.gz") as file:
        labels = np.frombuffer(file.read(), np.uint8, offset=8)
    return images.astype(np.float32) / 255, labels.astype(np.int64)


def linear(train, images, seed):
    model = LogisticRegression(max_iter=100)
    return fit(model, train, seed).predict(images.reshape(len(images), -1))


def two_layer(train, images, seed):
    """Dense 128 relu, then softmax; Adam; 20 epochs."""
    model = MLPClassifier((128,), batch_size=BATCH, max_iter=20, random_state=seed)
    return fit(model, train, seed).predict(images.reshape(len(images), -1))


def fit(model, train, seed):
    order = np.random.default_rng(seed).permutation(len(train[0]))
    with warnings.catch_warnings():  # both stop at their number of rounds, on purpose
        warnings.simplefilter("ignore")
        return model.fit(train[0].reshape(len(train[0]), -1)[order], train[1][order])


def cnn(train, images, seed):
    """Conv 32 (3,3) relu, pool, conv 64 (3,3) relu, pool, dense 64 relu, softmax; Adam."""
    torch.manual_seed(seed)
    layers = [nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU()]
    layers += [nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1600, 64), nn.ReLU(), nn.Linear(64, 10)]
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters())
    x, y = torch.from_numpy(train[0]).unsqueeze(1), torch.from_numpy(train[1])
    for _ in range(CNN_EPOCHS):
        for batch in torch.randperm(len(x)).split(BATCH):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
    with torch.no_grad():
        return model(torch.from_numpy(images).unsqueeze(1)).argmax(1).numpy()


def confusion(labels, predicted):
    """Rows: the true class; columns: the predicted one."""
    table = np.zeros((10, 10), dtype=int)
    np.add.at(table, (labels, predicted), 1)
    return table


if __name__ == "__main__":
    main()
