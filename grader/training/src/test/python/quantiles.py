"""Boundaries for AdaptingTest: what Discretization of Keras 3.15 finds when it adapts, in float64.

Of the sorted values the last of every hundredth part is kept with its weight; then quantiles by linear
interpolation over the weights, first the hundredths, then the bins.
"""
import numpy as np


def quantiles(values, weights, parts):
    total = np.cumsum(weights)
    wanted = np.arange(1, parts + 1) / parts
    found = np.interp(wanted, total / total[-1], values)
    return found, np.diff(np.interp(wanted, total / total[-1], total), prepend=0)


def boundaries(values, bins):
    part = max(len(values) / 100, 1)
    kept = np.sort(values)[int(part - 1) :: int(part)]
    weights = np.full(len(kept), part)
    for parts in (100, bins):
        if len(kept) >= parts:
            kept, weights = quantiles(kept, weights, parts)
    return kept[:-1]


values = np.array([(i * 7919 % 1013) ** 2 / 1000 for i in range(1013)])
print(*(f"{v:.6f}" for v in boundaries(values, 5)))
print(*(f"{v:.6f}" for v in boundaries(values[:150], 4)))
print(*(f"{v:.6f}" for v in boundaries(values[:240], 2)))
print(*(f"{v:.6f}" for v in boundaries(values[:360], 4)))
print(*(f"{v:.6f}" for v in boundaries(values[:100], 4)))
print(*(f"{v:.6f}" for v in boundaries(np.array([-1.5, 1, 3.4, 0.5, 0, 3, 1.3, 0]), 4)))
print(*(f"{v:.6f}" for v in boundaries(np.array([2.0, 1, 4]), 5)))
