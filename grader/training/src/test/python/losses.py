"""Numbers for LossValuesTest and MetricValuesTest, in float64: `python3 losses.py ../resources/dev/assay/training/losses`.

Losses are written from their formulas, gradients are central differences, metrics are counted by brute
force. Where Keras can be imported (KERAS_BACKEND=numpy will do) every number is compared with it too.
"""
import sys
from pathlib import Path

import numpy as np

EPS = 1e-7
OUTPUTS = np.array([[0.2, 0.5, 0.3], [0.1, 0.15, 0.75], [0.6, 0.3, 0.1], [0.25, 0.35, 0.4], [0.9, 0.06, 0.04]])
RAW = np.array([[0.7, -1.3, 2.1], [-0.4, 0.15, 3.2], [1.6, -2.3, 0.4], [0.25, 1.35, -0.6], [-3.1, 0.45, 0.85]])
CLASSES = np.array([1, 2, 0, 0, 2])
ONE_HOT = np.eye(3)[CLASSES]
BITS = np.array([[1.0, 0, 1], [0, 0, 0], [1, 1, 1], [0, 1, 0], [0, 0, 1]])
TARGETS = np.array([[1.5, -2.0, 0.3], [0.1, 4.0, 3.5], [2.0, -0.5, 0.45], [-1.0, 1.0, 0.2], [0.5, 0.25, -1.75]])
COUNTS = np.array([[1.0, 0, 3], [2, 5, 0], [1, 1, 4], [0, 2, 0], [7, 0, 1]])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def clip(p):
    return np.clip(p, EPS, 1 - EPS)


def binary(t, p, smoothing=0.0):
    t = t * (1 - smoothing) + smoothing / 2
    p = clip(p)
    return -(t * np.log(p) + (1 - t) * np.log(1 - p))


def focal(t, p, gamma=2.0, alpha=None, smoothing=0.0):
    t = t * (1 - smoothing) + smoothing / 2
    wrong = 1 - (t * p + (1 - t) * (1 - p))
    weight = 1 if alpha is None else t * alpha + (1 - t) * (1 - alpha)
    return (weight * wrong**gamma * binary(t, p)).mean(-1)


def categorical(t, p, smoothing=0.0):
    t = t * (1 - smoothing) + smoothing / t.shape[-1]
    return -(t * np.log(clip(p / p.sum(-1, keepdims=True)))).sum(-1)


def huber(t, p, delta=1.0):
    e = np.abs(t - p)
    return np.where(e <= delta, e * e / 2, delta * e - delta**2 / 2).mean(-1)


def msle(t, p):
    return ((np.log1p(np.maximum(t, EPS)) - np.log1p(np.maximum(p, EPS))) ** 2).mean(-1)


def kl(t, p):
    t, p = np.clip(t, EPS, 1), np.clip(p, EPS, 1)
    return (t * np.log(t / p)).sum(-1)


def hinge(t, p):
    return np.maximum(0, 1 - (2 * t - 1) * p)


def cosine(t, p):
    return (t * p).sum(-1) / np.linalg.norm(t, axis=-1) / np.linalg.norm(p, axis=-1)


# name: (formula, labels, the model's last input, its last activation, Keras's class and arguments)
LOSSES = {
    "MeanSquaredError": (lambda t, p: ((t - p) ** 2).mean(-1), TARGETS, RAW, None, {}),
    "MeanAbsoluteError": (lambda t, p: np.abs(t - p).mean(-1), TARGETS, RAW, None, {}),
    "MeanAbsolutePercentageError": (lambda t, p: 100 * np.abs((t - p) / t).mean(-1), TARGETS, RAW, None, {}),
    "MeanSquaredLogarithmicError": (msle, COUNTS, RAW, None, {}),
    "Huber": (huber, TARGETS, RAW, None, {}),
    "Huber delta": (lambda t, p: huber(t, p, 0.4), TARGETS, RAW, None, {"delta": 0.4}),
    "LogCosh": (lambda t, p: np.log(np.cosh(p - t)).mean(-1), TARGETS, RAW, None, {}),
    "Poisson": (lambda t, p: (p - t * np.log(p + EPS)).mean(-1), COUNTS, OUTPUTS, None, {}),
    "KLDivergence": (kl, ONE_HOT, OUTPUTS, None, {}),
    "Hinge": (lambda t, p: hinge(t, p).mean(-1), BITS, RAW, None, {}),
    "SquaredHinge": (lambda t, p: (hinge(t, p) ** 2).mean(-1), BITS, RAW, None, {}),
    "CategoricalHinge": (
        lambda t, p: np.maximum(0, 1 + ((1 - t) * p).max(-1) - (t * p).sum(-1)), ONE_HOT, RAW, None, {}),
    "CosineSimilarity": (lambda t, p: -cosine(t, p), TARGETS, RAW, None, {}),
    "BinaryCrossentropy": (lambda t, p: binary(t, p).mean(-1), BITS, OUTPUTS, None, {}),
    "BinaryCrossentropy smoothing": (
        lambda t, p: binary(t, p, 0.2).mean(-1), BITS, OUTPUTS, None, {"label_smoothing": 0.2}),
    "BinaryCrossentropy sigmoid": (lambda t, p: binary(t, p).mean(-1), BITS, RAW, "sigmoid", {}),
    "BinaryCrossentropy logits": (
        lambda t, x: binary(t, sigmoid(x), 0.2).mean(-1), BITS, RAW, None,
        {"from_logits": True, "label_smoothing": 0.2}),
    "BinaryFocalCrossentropy": (focal, BITS, OUTPUTS, None, {}),
    "BinaryFocalCrossentropy sigmoid": (
        lambda t, p: focal(t, p, 3, 0.4, 0.1), BITS, RAW, "sigmoid",
        {"gamma": 3, "apply_class_balancing": True, "alpha": 0.4, "label_smoothing": 0.1}),
    "BinaryFocalCrossentropy logits": (
        lambda t, x: focal(t, sigmoid(x), 0.5), BITS, RAW, None, {"from_logits": True, "gamma": 0.5}),
    "BinaryFocalCrossentropy plain": (
        lambda t, x: focal(t, sigmoid(x), 0), BITS, RAW, None, {"from_logits": True, "gamma": 0}),
    "CategoricalCrossentropy": (categorical, ONE_HOT, OUTPUTS, None, {}),
    "CategoricalCrossentropy smoothing": (
        lambda t, p: categorical(t, p, 0.3), ONE_HOT, OUTPUTS, None, {"label_smoothing": 0.3}),
    "CategoricalCrossentropy softmax": (categorical, ONE_HOT, RAW, "softmax", {}),
    "CategoricalCrossentropy logits": (
        lambda t, x: categorical(t, softmax(x), 0.3), ONE_HOT, RAW, None,
        {"from_logits": True, "label_smoothing": 0.3}),
    "SparseCategoricalCrossentropy": (categorical, CLASSES, OUTPUTS, None, {}),
    "SparseCategoricalCrossentropy logits": (
        lambda t, x: categorical(t, softmax(x)), CLASSES, RAW, None, {"from_logits": True}),
}
ACTIVATIONS = {None: lambda x: x, "sigmoid": sigmoid, "softmax": softmax}


def loss_rows():
    for name, (formula, labels, x, end, arguments) in LOSSES.items():
        t = np.eye(3)[labels] if labels.ndim == 1 else labels

        def mean(values):
            return formula(t, ACTIVATIONS[end](values)).mean()

        gradient = np.zeros_like(x)
        for at in np.ndindex(*x.shape):
            step = np.zeros_like(x)
            step[at] = 1e-6
            gradient[at] = (mean(x + step) - mean(x - step)) / 2e-6
        check_with_keras("losses", name, arguments, labels, ACTIVATIONS[end](x), mean(x))
        yield [name, end or "linear", row(labels), row(x), f"{mean(x):.9f}", row(gradient)]


def data(rows=270):
    """Three classes, the last of four never a label; scores that fall on no threshold."""
    i, j = np.arange(rows)[:, None], np.arange(4)[None, :]
    noise = ((i * 7919 + j * 104729 + i * i * 31 + 13) % 1009) / 1010
    labels = (np.arange(rows) ** 2 + np.arange(rows) // 7) % 3
    p = 0.62 * noise + 0.31 * np.eye(4)[labels] + 0.0123
    return p.astype(np.float32).astype(float), labels


def confusion(t, p):
    hits, predicted, actual = (t * p).sum(0), p.sum(0), t.sum(0)
    return hits, predicted, actual


def f1(t, p, average):
    hits, predicted, actual = confusion(t, p)
    each = 2 * hits / np.maximum(predicted + actual, 1)
    return {
        "macro": each.mean(),
        "micro": 2 * hits.sum() / (predicted + actual).sum(),
        "weighted": (each * actual).sum() / actual.sum(),
    }[average]


def iou(t, p):
    hits, predicted, actual = confusion(t, p)
    union = predicted + actual - hits
    return (hits[union > 0] / union[union > 0]).mean()


def auc(t, p, curve, n=200):
    thresholds = [-EPS] + [i / (n - 1) for i in range(1, n - 1)] + [1 + EPS]
    hits = np.array([(t * (p > x)).sum() for x in thresholds])
    alarms = np.array([((1 - t) * (p > x)).sum() for x in thresholds])
    if curve == "ROC":
        x, y = alarms / (1 - t).sum(), hits / t.sum()
        return ((x[:-1] - x[1:]) * (y[:-1] + y[1:]) / 2).sum()
    area = 0.0
    for i in range(n - 1):
        # the integral of precision over recall, hits and alarms changing linearly
        u = (np.arange(200_000) + 0.5) / 200_000
        h = hits[i + 1] + (hits[i] - hits[i + 1]) * u
        a = alarms[i + 1] + (alarms[i] - alarms[i + 1]) * u
        area += np.where(h + a > 0, h / np.maximum(h + a, 1e-30), 0).mean() * (hits[i] - hits[i + 1])
    return area / t.sum()


def metric_rows():
    p, classes = data()
    t = np.eye(4)[classes]
    top = np.eye(4)[p.argmax(1)]
    bits = np.stack([t[:, 0], t[:, 1] + t[:, 2], t[:, 2], t[:, 0]], 1)
    goal = 3 * p[:, ::-1] + t - 1
    rank = (p > p[np.arange(len(p)), classes][:, None]).sum(1)
    binary_p, binary_t = p[:, :1], t[:, :1]
    cases = {
        # name: (labels, value, Keras's arguments)
        "Accuracy": ("classes", (rank == 0).mean(), None),
        "CategoricalAccuracy": ("one-hot", (rank == 0).mean(), {}),
        "SparseCategoricalAccuracy": ("classes", (rank == 0).mean(), {}),
        "TopKCategoricalAccuracy 2": ("one-hot", (rank < 2).mean(), {"k": 2}),
        "SparseTopKCategoricalAccuracy 3": ("classes", (rank < 3).mean(), {"k": 3}),
        "BinaryAccuracy": ("bits", ((p > 0.5) == bits).mean(), {}),
        "BinaryAccuracy 0.3": ("bits", ((p > 0.3) == bits).mean(), {"threshold": 0.3}),
        "SubsetAccuracy": ("bits", ((p > 0.5) == bits).all(1).mean(), None),
        "SubsetAccuracy 0.3": ("bits", ((p > 0.3) == bits).all(1).mean(), None),
        "Precision": ("one-hot", (t * (p > 0.5)).sum() / (p > 0.5).sum(), {}),
        "Precision 0.7": ("bits", (bits * (p > 0.7)).sum() / (p > 0.7).sum(), {"thresholds": 0.7}),
        "Recall": ("one-hot", (t * (p > 0.5)).sum() / t.sum(), {}),
        "Recall 0.3": ("bits", (bits * (p > 0.3)).sum() / bits.sum(), {"thresholds": 0.3}),
        "F1Score macro": ("one-hot", f1(t, top, "macro"), {"average": "macro"}),
        "F1Score micro": ("one-hot", f1(t, top, "micro"), {"average": "micro"}),
        "F1Score weighted": ("one-hot", f1(t, top, "weighted"), {"average": "weighted"}),
        "F1Score 0.4": ("bits", f1(bits, p > 0.4, "macro"), {"average": "macro", "threshold": 0.4}),
        "MeanIoU": ("classes", iou(t, top), {"num_classes": 4, "sparse_y_pred": False}),
        "AUC ROC": ("one-hot", auc(t, p, "ROC"), {}),
        "AUC PR": ("one-hot", auc(t, p, "PR"), {"curve": "PR"}),
        "AUC multi-label": (
            "bits", np.mean([auc(bits[:, i], p[:, i], "ROC") for i in range(4)]), {"multi_label": True}),
        "AUC 20": ("bits", auc(bits, p, "ROC", 20), {"num_thresholds": 20}),
        "MeanAbsoluteError": ("goals", np.abs(goal - p).mean(), {}),
        "MeanSquaredError": ("goals", ((goal - p) ** 2).mean(), {}),
        "RootMeanSquaredError": ("goals", np.sqrt(((goal - p) ** 2).mean()), {}),
        "MeanAbsolutePercentageError": ("high goals", 100 * np.abs((goal + 3 - p) / (goal + 3)).mean(), {}),
        "MeanSquaredLogarithmicError": ("high goals", msle(goal + 3, p).mean(), {}),
        "LogCoshError": ("goals", np.log(np.cosh(p - goal)).mean(), {}),
        "CosineSimilarity": ("goals", cosine(goal, p).mean(), {}),
        "R2Score": (
            "goals", (1 - ((goal - p) ** 2).sum(0) / ((goal - goal.mean(0)) ** 2).sum(0)).mean(), {}),
    }
    sets = {"classes": classes, "one-hot": t, "bits": bits, "goals": goal, "high goals": goal + 3, "outputs": p}
    for name, (labels, value, arguments) in cases.items():
        check_with_keras("metrics", name, arguments, sets[labels], p, value)
        yield [name, labels, f"{value:.9f}"]
    single = {
        "Accuracy": ((binary_p >= 0.5) == binary_t).mean(),
        "F1Score macro": f1(binary_t, binary_p >= 0.5, "macro"),
        "MeanIoU": iou(np.hstack([1 - binary_t, binary_t]), np.hstack([binary_p < 0.5, binary_p >= 0.5])),
        "Precision": (binary_t * (binary_p > 0.5)).sum() / (binary_p > 0.5).sum(),
        "AUC ROC": auc(binary_t, binary_p, "ROC"),
        "R2Score": 1 - ((binary_t - binary_p) ** 2).sum() / ((binary_t - binary_t.mean()) ** 2).sum(),
    }
    for name, value in single.items():
        yield ["single " + name, "single", f"{value:.9f}"]
    for name, values in {**sets, "single": t[:, 0]}.items():
        yield ["set", name, row(values)]


def row(values):
    return " ".join(f"{x:.9g}" for x in np.ravel(values))


def check_with_keras(module, name, arguments, labels, outputs, value):
    if keras is None or arguments is None:
        return
    kind = getattr(getattr(keras, module), name.split()[0])(**arguments)
    labels, outputs = np.asarray(labels, "float32"), np.asarray(outputs, "float32")
    if module == "metrics":
        for part in np.array_split(np.arange(len(labels)), 3):
            kind.update_state(labels[part], outputs[part])
        theirs = kind.result()
    else:
        theirs = kind(labels, outputs)
    assert abs(theirs - value) < 2e-6 * max(1, abs(value)), (name, float(theirs), value)


try:
    import keras
except ImportError:
    keras = None

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, rows in ("losses.tsv", loss_rows()), ("metrics.tsv", metric_rows()):
        (folder / name).write_text("".join("\t".join(cells) + "\n" for cells in rows))
    print("compared with Keras", keras.__version__) if keras else print("Keras not found")
