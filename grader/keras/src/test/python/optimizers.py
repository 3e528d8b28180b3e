"""Numbers for OptimizersTest: kernel and bias after 1 and 10 steps on a linear model, in float64."""
import numpy as np

X = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.25]])
Y = np.array([1.0, -2.0, 0.5])


def gradient(w):
    error = X @ w[:2] + w[2] - Y
    return np.append(2 / 3 * X.T @ error, 2 * error.mean())


def sgd(rate, momentum=0.0, nesterov=False):
    velocity = np.zeros(3)

    def step(w, _):
        nonlocal velocity
        velocity = momentum * velocity - rate * gradient(w)
        return w + (momentum * velocity - rate * gradient(w) if nesterov else velocity)

    return step


def adam(rate, beta1=0.9, beta2=0.999, epsilon=1e-7):
    m, v = np.zeros(3), np.zeros(3)

    def step(w, t):
        nonlocal m, v
        g = gradient(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        corrected = rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        return w - corrected * m / (np.sqrt(v) + epsilon)

    return step


CASES = {
    "SGD": sgd(0.1),
    "momentum": sgd(0.05, 0.5),
    "Nesterov": sgd(0.05, 0.5, True),
    "Adam": adam(0.05),
    "Adam, betas 0.5, 0.9, epsilon 0.1": adam(0.05, 0.5, 0.9, 0.1),
}
for name, step in CASES.items():
    w = np.array([0.5, 0.5, -0.25])
    for t in range(1, 11):
        before, w = w, step(w, t)
        assert ((X @ w[:2] + w[2] - Y) ** 2).mean() < ((X @ before[:2] + before[2] - Y) ** 2).mean(), name
        if t in (1, 10):
            print(name, t, *(f"{x:.7f}" for x in w))
