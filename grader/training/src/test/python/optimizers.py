"""Numbers for OptimizersTest: kernel and bias after 1 and 10 steps on a linear model, in float64.

The formulas are those of Keras 3's update_step methods and of its base optimizer.
"""
import numpy as np

X = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.25]])
Y = np.array([1.0, -2.0, 0.5])


def gradient(w):
    error = X @ w[:2] + w[2] - Y
    return np.append(2 / 3 * X.T @ error, 2 * error.mean())


class SGD:
    def __init__(self, momentum=0.0, nesterov=False):
        self.momentum, self.nesterov, self.m = momentum, nesterov, np.zeros(3)

    def update(self, w, g, rate, t):
        if self.momentum == 0:
            return w - rate * g
        self.m = self.momentum * self.m - rate * g
        return w + (self.momentum * self.m - rate * g if self.nesterov else self.m)


class Adam:
    def __init__(self, beta1=0.9, beta2=0.999, epsilon=1e-7, amsgrad=False):
        self.beta1, self.beta2, self.epsilon, self.amsgrad = beta1, beta2, epsilon, amsgrad
        self.m, self.v, self.largest = np.zeros(3), np.zeros(3), np.zeros(3)

    def update(self, w, g, rate, t):
        alpha = rate * np.sqrt(1 - self.beta2**t) / (1 - self.beta1**t)
        self.m = self.m + (g - self.m) * (1 - self.beta1)
        self.v = self.v + (g**2 - self.v) * (1 - self.beta2)
        self.largest = np.maximum(self.largest, self.v)
        v = self.largest if self.amsgrad else self.v
        return w - self.m * alpha / (np.sqrt(v) + self.epsilon)


class Adamax:
    def __init__(self, beta1=0.9, beta2=0.999, epsilon=1e-7):
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon
        self.m, self.u = np.zeros(3), np.zeros(3)

    def update(self, w, g, rate, t):
        self.m = self.m + (g - self.m) * (1 - self.beta1)
        self.u = np.maximum(self.beta2 * self.u, np.abs(g))
        return w - rate * self.m / ((1 - self.beta1**t) * (self.u + self.epsilon))


class Nadam:
    def __init__(self, beta1=0.9, beta2=0.999, epsilon=1e-7):
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon
        self.m, self.v, self.product = np.zeros(3), np.zeros(3), 1.0

    def update(self, w, g, rate, t):
        u = self.beta1 * (1 - 0.5 * 0.96**t)
        u_next = self.beta1 * (1 - 0.5 * 0.96 ** (t + 1))
        self.product *= u
        self.m = self.m + (g - self.m) * (1 - self.beta1)
        self.v = self.v + (g**2 - self.v) * (1 - self.beta2)
        m_hat = u_next * self.m / (1 - self.product * u_next) + (1 - u) * g / (1 - self.product)
        v_hat = self.v / (1 - self.beta2**t)
        return w - m_hat * rate / (np.sqrt(v_hat) + self.epsilon)


class RMSprop:
    def __init__(self, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False):
        self.rho, self.momentum, self.epsilon, self.centered = rho, momentum, epsilon, centered
        self.v, self.a, self.c = np.zeros(3), np.zeros(3), np.zeros(3)

    def update(self, w, g, rate, t):
        self.v = self.rho * self.v + (1 - self.rho) * g**2
        self.c = self.rho * self.c + (1 - self.rho) * g
        denominator = self.v + self.epsilon - (self.c**2 if self.centered else 0)
        increment = rate * g / np.sqrt(denominator)
        self.a = self.momentum * self.a + increment
        return w - (self.a if self.momentum > 0 else increment)


class Adagrad:
    def __init__(self, initial=0.1, epsilon=1e-7):
        self.a, self.epsilon = np.full(3, initial), epsilon

    def update(self, w, g, rate, t):
        self.a = self.a + g**2
        return w - rate * g / np.sqrt(self.a + self.epsilon)


class Adadelta:
    def __init__(self, rho=0.95, epsilon=1e-7):
        self.rho, self.epsilon, self.a, self.d = rho, epsilon, np.zeros(3), np.zeros(3)

    def update(self, w, g, rate, t):
        self.a = self.rho * self.a + (1 - self.rho) * g**2
        delta = -np.sqrt(self.d + self.epsilon) * g / np.sqrt(self.a + self.epsilon)
        self.d = self.rho * self.d + (1 - self.rho) * delta**2
        return w + rate * delta


class Ftrl:
    def __init__(self, power=-0.5, initial=0.1, l1=0.0, l2=0.0, shrinkage=0.0, beta=0.0):
        self.power, self.l1, self.l2, self.shrinkage, self.beta = power, l1, l2, shrinkage, beta
        self.n, self.z = np.full(3, initial), np.zeros(3)

    def update(self, w, g, rate, t):
        l2 = self.l2 + self.beta / (2 * rate)
        n = self.n + g**2
        sigma = (n**-self.power - self.n**-self.power) / rate
        self.z = self.z + g + 2 * self.shrinkage * w - sigma * w
        quadratic = n**-self.power / rate + 2 * l2
        self.n = n
        return (np.clip(self.z, -self.l1, self.l1) - self.z) / quadratic


def norm_clipped(g, limit):
    """Kernel and bias are clipped each on its own."""
    clip = lambda part: part * limit / max(np.linalg.norm(part), limit)
    return np.append(clip(g[:2]), clip(g[2:]))


def globally_clipped(g, limit):
    return g * limit * min(1 / np.linalg.norm(g), 1 / limit)


def exponential(step):
    return 0.1 * 0.5 ** (step / 4)


CASES = {
    "sgd": (SGD(), 0.1, {}),
    "momentum": (SGD(0.5), 0.05, {}),
    "nesterov": (SGD(0.5, True), 0.05, {}),
    "adam": (Adam(), 0.05, {}),
    "otherAdam": (Adam(0.5, 0.9, 0.1), 0.05, {}),
    "amsgrad": (Adam(0.5, 0.6, 1e-7, True), 0.05, {}),
    "adamw": (Adam(), 0.05, {"decay": 0.004}),
    "adamax": (Adamax(), 0.05, {}),
    "otherAdamax": (Adamax(0.5, 0.8, 0.1), 0.05, {}),
    "nadam": (Nadam(), 0.05, {}),
    "otherNadam": (Nadam(0.5, 0.9, 0.1), 0.05, {}),
    "rmsprop": (RMSprop(), 0.02, {}),
    "otherRmsprop": (RMSprop(0.8, 0.5, 0.1), 0.02, {}),
    "centered": (RMSprop(0.9, 0.5, 0.1, True), 0.02, {}),
    "adagrad": (Adagrad(), 0.05, {}),
    "otherAdagrad": (Adagrad(0.5, 0.3), 0.05, {}),
    "adadelta": (Adadelta(), 1.0, {}),
    "otherAdadelta": (Adadelta(0.8, 0.01), 0.5, {}),
    "ftrl": (Ftrl(), 0.1, {}),
    "otherFtrl": (Ftrl(-0.6, 0.2, 0.3, 0.1, 0.05, 0.2), 0.1, {}),
    "clipValue": (SGD(), 0.1, {"clip": lambda g: np.clip(g, -0.5, 0.5)}),
    "clipNorm": (SGD(), 0.1, {"clip": lambda g: norm_clipped(g, 0.5)}),
    "globalClipNorm": (SGD(), 0.1, {"clip": lambda g: globally_clipped(g, 0.5)}),
    "unclipped": (SGD(), 0.1, {"clip": lambda g: globally_clipped(g, 100)}),
    "clippedAndDecayed": (SGD(0.5), 0.1, {"clip": lambda g: norm_clipped(g, 0.5), "decay": 0.2}),
    "decayedFtrl": (Ftrl(), 0.1, {"decay": 0.2}),
    "scheduled": (Adam(), exponential, {}),
}


def loss(w):
    return ((X @ w[:2] + w[2] - Y) ** 2).mean()


for name, (optimizer, rate, options) in CASES.items():
    w = start = np.array([0.5, 0.5, -0.25])
    for t in range(1, 11):
        g = options.get("clip", lambda g: g)(gradient(w))
        r = rate(t - 1) if callable(rate) else rate
        w = optimizer.update(w - w * options.get("decay", 0) * r, g, r, t)
        if t in (1, 10):
            print(f"expect({name}, {t}, " + ", ".join(f"{x:.7f}" for x in w) + "),")
    assert loss(w) < loss(start), name
