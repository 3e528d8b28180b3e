"""Numbers for ConstraintsTest: kernel and bias after 1 and 10 steps on a linear model, in float64.

The formulas are those of Keras 3's constraints, applied to a weight after each step.
"""
import numpy as np

X = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.25]])
Y = np.array([1.0, -2.0, 0.5])


def rescaled(w, norm):
    return w * norm / (1e-7 + np.linalg.norm(w))


def max_norm(w):
    return rescaled(w, min(np.linalg.norm(w), 0.6))


def min_max_norm(w):
    return rescaled(w, 0.5 * np.clip(np.linalg.norm(w), 0.8, 0.9) + 0.5 * np.linalg.norm(w))


def unit_norm(w):
    return rescaled(w, 1)


def non_neg(w):
    return np.maximum(w, 0)


def free(w):
    return w


class Momentum:
    def __init__(self):
        self.m = np.zeros(3)

    def step(self, w, g, t):
        self.m = 0.5 * self.m - 0.1 * g
        return w + self.m


class Adam:
    def __init__(self):
        self.m, self.v = np.zeros(3), np.zeros(3)

    def step(self, w, g, t):
        self.m, self.v = 0.9 * self.m + 0.1 * g, 0.999 * self.v + 0.001 * g**2
        return w - 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * self.m / (np.sqrt(self.v) + 1e-7)


for optimizer in (Momentum, Adam):
    for kernel, bias in ((max_norm, free), (min_max_norm, free), (unit_norm, free), (non_neg, non_neg)):
        w, o = np.array([0.5, 0.5, -0.25]), optimizer()
        for t in range(1, 11):
            error = X @ w[:2] + w[2] - Y
            w = o.step(w, np.append(2 / 3 * X.T @ error, 2 * error.mean()), t)
            w = np.append(kernel(w[:2]), bias(w[2:]))
            if t in (1, 10):
                print(optimizer.__name__, kernel.__name__, t, *(f"{v:.7f}" for v in w))
