#!/usr/bin/python3
"""Makes iris.csv, wdbc.csv and the enlarged digits from Debian's python3-sklearn.

Usage: /usr/bin/python3 simple_sets.py [OUTPUT_FOLDER]    (default: the folder above this one)

Needs the Debian packages python3-sklearn and python3-numpy. CSV fields are copied as text, never
through a floating-point number, and the digits are enlarged in integers: every run gives the same bytes.
"""

import csv
import gzip
import struct
import sys
from pathlib import Path

import numpy as np
import sklearn.datasets

SOURCE = Path(sklearn.datasets.__file__).parent / "data"

MEASURES = (
    "radius texture perimeter area smoothness compactness concavity concave_points symmetry "
    "fractal_dimension"
).split()
WDBC_COLUMNS = (
    [f"mean_{m}" for m in MEASURES] + [f"{m}_error" for m in MEASURES] + [f"worst_{m}" for m in MEASURES]
)
IRIS_COLUMNS = ["sepal_length", "sepal_width", "petal_length", "petal_width"]

BOX = 20  # the digit's box, centred in SIZE x SIZE as in MNIST
SIZE = 28


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    write_csv("iris.csv", IRIS_COLUMNS, "species", folder / "iris" / "iris.csv")
    write_csv("breast_cancer.csv", WDBC_COLUMNS, "diagnosis", folder / "binary-classification" / "wdbc.csv")
    write_digits(folder / "mnist")


def write_csv(name, columns, target, path):
    """Copies a table, with a header of names and the class as a word instead of its number."""
    with open(SOURCE / name, newline="") as file:
        (count, features, *classes), *rows = csv.reader(file)
    assert len(rows) == int(count) and len(columns) == int(features)
    lines = [",".join(columns + [target])]
    lines += [",".join(row[:-1] + [classes[int(row[-1])]]) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", newline="\n")


def write_digits(folder):
    with gzip.open(SOURCE / "digits.csv.gz", "rt") as file:
        table = np.array([[int(float(v)) for v in line.split(",")] for line in file], dtype=np.int64)
    small, labels = table[:, :-1].reshape(-1, 8, 8), table[:, -1]
    margin = (SIZE - BOX) // 2
    images = np.zeros((len(small), SIZE, SIZE), dtype=np.uint8)
    images[:, margin:-margin, margin:-margin] = enlarge(small)
    folder.mkdir(parents=True, exist_ok=True)
    write_idx(images, folder / "images-idx3-ubyte.gz")
    write_idx(labels.astype(np.uint8), folder / "labels-idx1-ubyte.gz")


def enlarge(small):
    """Bicubic (Catmull-Rom) from 8x8 grey 0..16 to 20x20 grey 0..255; beyond the edge it is black."""
    weights = cubic_weights(8, BOX)  # times 2000, exact
    sums = np.einsum("yi,nij,xj->nyx", weights, small, weights)
    scale = 2000 * 2000 * 16
    return np.clip((sums * 255 + scale // 2) // scale, 0, 255)


def cubic_weights(source, target):
    """Rows of the Catmull-Rom kernel, times 2000: offsets are whole tenths, so these are integers."""
    weights = np.zeros((target, source), dtype=np.int64)
    for i in range(target):
        start, tenths = divmod((2 * i + 1) * source * 5 // target - 5, 10)  # of (i + 0.5) * 0.4 - 0.5
        for j in range(start - 1, start + 3):
            if 0 <= j < source:
                weights[i, j] = catmull_rom(abs(tenths - 10 * (j - start)))
    return weights


def catmull_rom(tenths):
    """The kernel at a distance in tenths, times 2000."""
    d = tenths
    if d < 10:
        return 3 * d**3 - 50 * d**2 + 2000
    return -(d**3) + 50 * d**2 - 800 * d + 4000 if d < 20 else 0


def write_idx(array, path):
    """IDX of unsigned bytes; no name and no time in the gzip header."""
    header = struct.pack(">HBB", 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape)
    path.write_bytes(gzip.compress(header + array.tobytes(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
