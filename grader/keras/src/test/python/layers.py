"""Inputs, weights and outputs for LayerNumbers, in float64 by plain loops.

Usage: layers.py > layers.txt and layers.py training > layers-training.txt, the latter for the training graph.
"""
import math
import sys

import numpy as np
from scipy.ndimage import map_coordinates

rng = np.random.default_rng(7)


def draw(*shape):
    """Values with two decimals, none within 0.02 of a multiple of 0.5, where some functions bend."""
    while True:
        x = rng.normal(size=shape).round(2)
        bad = np.abs(x * 2 - np.round(x * 2)) < 0.05
        if not bad.any():
            return x
        x = np.where(bad, x + 0.06, x).round(2)
        if not (np.abs(x * 2 - np.round(x * 2)) < 0.05).any():
            return x


def distinct(*shape):
    """Values at least 0.05 apart, so that the largest of a window stays so when it moves a little."""
    return (rng.permutation(math.prod(shape)) * 0.05 - 1.02).reshape(shape).round(2)


def pads(n, k, stride, dilation, padding):
    covered = (k - 1) * dilation + 1
    if padding == "valid":
        return 0, (n - covered) // stride + 1
    out = -(-n // stride)
    total = max((out - 1) * stride + covered - n, 0)
    return total // 2, out


def windows(x, k, strides, dilation, padding):
    """Yields (image, row, column, list of (kernel row, kernel column, vector of channels))."""
    b, h, w, _ = x.shape
    (top, rows), (left, columns) = (
        pads(n, k[i], strides[i], dilation[i], padding) for i, n in enumerate((h, w))
    )
    for n in range(b):
        for r in range(rows):
            for c in range(columns):
                seen = []
                for i in range(k[0]):
                    for j in range(k[1]):
                        y, z = r * strides[0] + i * dilation[0] - top, c * strides[1] + j * dilation[1] - left
                        if 0 <= y < h and 0 <= z < w:
                            seen.append((i, j, x[n, y, z]))
                yield (b, rows, columns), (n, r, c), seen


def conv(x, kernel, bias=0, strides=(1, 1), dilation=(1, 1), padding="valid"):
    out = {}
    for shape, at, seen in windows(x, kernel.shape[:2], strides, dilation, padding):
        out[at] = sum((v @ kernel[i, j] for i, j, v in seen), np.zeros(kernel.shape[3])) + bias
    return collect(shape, out)


def depthwise(x, kernel, bias=0, strides=(1, 1), dilation=(1, 1), padding="valid"):
    out = {}
    for shape, at, seen in windows(x, kernel.shape[:2], strides, dilation, padding):
        each = sum((v[:, None] * kernel[i, j] for i, j, v in seen), np.zeros(kernel.shape[2:]))
        out[at] = each.reshape(-1) + bias
    return collect(shape, out)


def pool(x, k, strides, padding, function):
    out = {}
    for shape, at, seen in windows(x, k, strides, (1, 1), padding):
        out[at] = function([v for _, _, v in seen], axis=0)
    return collect(shape, out)


def collect(shape, out):
    return np.array([out[at] for at in np.ndindex(*shape)]).reshape(*shape, -1)


def show(a):
    return ",".join(map(str, a.shape)) + ":" + " ".join(f"{v:.9g}" for v in a.reshape(-1))


def case(name, x, y, **weights):
    parts = [name, "input=" + show(x)] + [f"{k}={show(v)}" for k, v in weights.items()] + ["output=" + show(y)]
    print(";".join(parts))


def conv1d(name, kernel_size, strides=1, dilation=1, padding="valid", causal=False):
    x, kernel, bias = draw(2, 7, 2), draw(kernel_size, 2, 3), draw(3)
    before = (kernel_size - 1) * dilation if causal else 0
    rows = np.pad(x, ((0, 0), (before, 0), (0, 0)))[:, None]
    y = conv(rows, kernel[None], bias, (1, strides), (1, dilation), padding)
    case(name, x, y[:, 0], kernel=kernel, bias=bias)


def warp(images, matrix, **options):
    """Each pixel from where the matrix takes its place, counted from the image's middle."""
    h, w = images.shape[1:3]
    middle = np.array([(h - 1) / 2, (w - 1) / 2])
    place = np.moveaxis(np.indices((h, w)), 0, -1) - middle
    at = np.moveaxis(place @ np.asarray(matrix[0]).T + matrix[1] + middle, -1, 0)
    options = {"order": 1, "mode": "reflect"} | options
    each = [[map_coordinates(image[..., c], at, **options) for c in range(image.shape[-1])] for image in images]
    return np.moveaxis(np.array(each), 1, -1)


def turn(share):
    a = 2 * math.pi * share
    return [[math.cos(a), math.sin(a)], [-math.sin(a), math.cos(a)]]


def along(weight, rank, axes):
    """A weight for the places of some axes, in a shape that broadcasts."""
    sizes = iter(weight.shape)
    return weight.reshape([next(sizes) if axis in axes else 1 for axis in range(rank)])


def batch_normalizations(training):
    """Along another axis than the last."""
    for name, x, axis in (("rows of images", draw(3, 2, 3, 2), 1), ("steps", draw(4, 3, 2), 1)):
        n = x.shape[axis]
        gamma, beta, mean, variance = draw(n), draw(n), draw(n), np.abs(draw(n)) + 0.1
        others = tuple(other for other in range(x.ndim) if other != axis)
        m, v = (x.mean(others), x.var(others)) if training else (mean, variance)
        m, v, g, b = (along(weight, x.ndim, [axis]) for weight in (m, v, gamma, beta))
        y = (x - m) / np.sqrt(v + 1e-3) * g + b
        weights = {"gamma": gamma, "beta": beta, "moving_mean": mean, "moving_variance": variance}
        case(f"BatchNormalization of {name}", x, y, **weights)


def training():
    still = np.eye(2)
    image = draw(2, 5, 4, 2)
    case("RandomTranslation", image, warp(image, (still, [-0.3 * 5, 0.4 * 4])))
    case("RandomTranslation constant", image, warp(image, (still, [1.5, -0.4]), mode="grid-constant", cval=0.75))
    case("RandomTranslation wrapped", image, warp(image, (still, [-3.5, 2.4]), mode="grid-wrap"))
    case("RandomTranslation nearest", image, warp(image, (still, [-1.7, 2.4]), mode="nearest", order=0))
    case("RandomZoom out", image, warp(image, (np.diag([1.4, 1.4]), [0, 0])))
    case("RandomZoom in and out", image, warp(image, (np.diag([0.7, 1.9]), [0, 0]), mode="nearest"))
    case("RandomRotation", image, warp(image, (turn(0.1), [0, 0])))
    square = draw(1, 3, 3, 1)
    case("RandomRotation by a right angle", square, np.rot90(square, 1, axes=(1, 2)))
    mean = image.mean(axis=(1, 2), keepdims=True)
    case("RandomContrast", image, np.clip((image - mean) * 1.5 + mean, -1.2, 1.25))
    for name, x in (("of rows", draw(6, 3)), ("of images", draw(2, 3, 2, 3))):
        gamma, beta, mean, variance = draw(3), draw(3), draw(3), np.abs(draw(3)) + 0.1
        axes = tuple(range(x.ndim - 1))
        y = (x - x.mean(axes)) / np.sqrt(x.var(axes) + 1e-3) * gamma + beta
        case(f"BatchNormalization {name}", x, y, gamma=gamma, beta=beta, moving_mean=mean, moving_variance=variance)
    mean, variance = draw(3), np.abs(draw(3)) + 0.1
    y = (x - x.mean((0, 1, 2))) / np.sqrt(x.var((0, 1, 2)) + 0.1)
    case("BatchNormalization bare", x, y, moving_mean=mean, moving_variance=variance)
    case("Dropout of nothing", image, image)
    batch_normalizations(True)


if sys.argv[1:] == ["training"]:
    training()
    sys.exit()

conv1d("Conv1D", 3)
conv1d("Conv1D same, strides", 2, strides=2, padding="same")
conv1d("Conv1D dilated", 3, dilation=2)
conv1d("Conv1D causal, dilated", 2, dilation=3, causal=True)


def conv2d(name, k, f=2, **options):
    x, kernel, bias = draw(2, 5, 6, 2), draw(*k, 2, f), draw(f)
    case(name, x, conv(x, kernel, bias, **options), kernel=kernel, bias=bias)


for name, x in (("Dense relu of rows", draw(4, 3)), ("Dense relu of matrices", draw(2, 3, 3))):
    kernel, bias = draw(3, 2), draw(2)
    case(name, x, np.maximum(x @ kernel + bias, 0), kernel=kernel, bias=bias)
conv2d("Conv2D of images", (2, 3))
conv2d("Conv2D of images, same, strides", (3, 2), strides=(2, 3), padding="same")
conv2d("Conv2D dilated same", (2, 3), dilation=(2, 2), padding="same")
conv2d("Conv2D dilated valid", (2, 2), dilation=(3, 2))
conv2d("Conv2D dilated one way", (3, 2), dilation=(1, 4), padding="same")


def depthwise2d(name, k, m=1, **options):
    x, kernel, bias = draw(2, 5, 6, 2), draw(*k, 2, m), draw(2 * m)
    case(name, x, depthwise(x, kernel, bias, **options), kernel=kernel, bias=bias)


depthwise2d("DepthwiseConv2D", (2, 3))
depthwise2d("DepthwiseConv2D multiplier, same, strides", (3, 3), 2, strides=(2, 2), padding="same")
depthwise2d("DepthwiseConv2D dilated same", (2, 2), 2, dilation=(2, 2), padding="same")
depthwise2d("DepthwiseConv2D dilated valid", (2, 3), dilation=(3, 2))


def separable(name, k, m=1, **options):
    x, first, second, bias = draw(2, 5, 6, 2), draw(*k, 2, m), draw(1, 1, 2 * m, 3), draw(3)
    y = conv(depthwise(x, first, **options), second, bias)
    case(name, x, y, depthwise_kernel=first, pointwise_kernel=second, bias=bias)


separable("SeparableConv2D", (3, 2))
separable("SeparableConv2D multiplier, dilated", (2, 2), 2, dilation=(2, 3))
separable("SeparableConv2D same, strides", (2, 2), strides=(2, 2), padding="same")

image, sequence = distinct(2, 5, 4, 2), distinct(2, 5, 2)
for kind, function in (("Max", np.max), ("Average", np.mean)):
    case(f"{kind}Pooling1D", sequence, pool(sequence[:, None], (1, 2), (1, 2), "valid", function)[:, 0])
    case(f"{kind}Pooling1D same", sequence, pool(sequence[:, None], (1, 3), (1, 1), "same", function)[:, 0])
    case(f"{kind}Pooling2D of images", image, pool(image, (2, 2), (2, 2), "valid", function))
    case(f"{kind}Pooling2D same, strides", image, pool(image, (3, 2), (2, 1), "same", function))
    case(f"Global{kind}Pooling1D", sequence, function(sequence, axis=1))
    case(f"Global{kind}Pooling1D kept", sequence, function(sequence, axis=1, keepdims=True))
    case(f"Global{kind}Pooling2D", image, function(image, axis=(1, 2)))
    case(f"Global{kind}Pooling2D kept", image, function(image, axis=(1, 2), keepdims=True))

case("Permute", sequence, sequence.transpose(0, 2, 1))
case("Permute of three", image, image.transpose(0, 3, 1, 2))
case("ZeroPadding2D", image, np.pad(image, ((0, 0), (1, 1), (1, 1), (0, 0))))
case("ZeroPadding2D uneven", image, np.pad(image, ((0, 0), (0, 2), (3, 1), (0, 0))))
case("UpSampling2D", image, image.repeat(2, 1).repeat(2, 2))
case("UpSampling2D oblong", image, image.repeat(1, 1).repeat(3, 2))


def stretched(x, factor, axis):
    n = x.shape[axis]
    at = np.clip((np.arange(n * factor) + 0.5) / factor - 0.5, 0, n - 1)
    low = np.floor(at).astype(int)
    share = (at - low).reshape([-1 if i == axis else 1 for i in range(x.ndim)])
    return x.take(low, axis) * (1 - share) + x.take(np.minimum(low + 1, n - 1), axis) * share


case("UpSampling2D bilinear", image, stretched(stretched(image, 2, 1), 3, 2))

for name, x in (("of rows", draw(4, 3)), ("of images", draw(2, 3, 2, 3))):
    gamma, beta, mean, variance = draw(3), draw(3), draw(3), np.abs(draw(3)) + 0.1
    y = (x - mean) / np.sqrt(variance + 1e-3) * gamma + beta
    case(f"BatchNormalization {name}", x, y, gamma=gamma, beta=beta, moving_mean=mean, moving_variance=variance)
mean, variance = draw(3), np.abs(draw(3)) + 0.1
case("BatchNormalization bare", x, (x - mean) / np.sqrt(variance + 0.1), moving_mean=mean, moving_variance=variance)
for name, x in (("of rows", draw(3, 4)), ("of sequences", draw(2, 3, 4))):
    gamma, beta = draw(4), draw(4)
    y = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-3) * gamma + beta
    case(f"LayerNormalization {name}", x, y, gamma=gamma, beta=beta)
case("LayerNormalization bare", x, (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 0.1))

case("LeakyReLU", sequence, np.where(sequence > 0, sequence, 0.3 * sequence))
alpha = draw(5, 2)
case("PReLU", sequence, np.where(sequence > 0, sequence, alpha * sequence), alpha=alpha)
alpha = draw(1, 1, 2)
case("PReLU shared", image, np.where(image > 0, image, alpha * image), alpha=alpha)

for name, negative, top, at in (("", 0, math.inf, 0), (" leaky", 0.5, 0.8, 0), (" from a threshold", 0.25, 0.9, 0.22)):
    y = np.where(image > at, np.minimum(image, top), negative * (image - at))
    case("ReLU" + name, image, y)
case("ELU of", image, np.where(image > 0, image, 0.7 * np.expm1(image)))
high = np.exp(image)
case("Softmax", image, high / high.sum(-1, keepdims=True))
case("Softmax over columns", image, high / high.sum(2, keepdims=True))
case("ActivityRegularization", image, image)

bins = np.digitize(sequence, [-1, -0.25, 0, 0.5])
case("Discretization", sequence, bins.astype(float))
hot = np.eye(5)[bins]
case("Discretization one-hot", sequence, hot)
case("Discretization multi-hot", sequence, hot.max(2))
case("Discretization count", sequence, hot.sum(2))
limits = np.array([-0.7, 0.1])
case("Discretization measured", sequence, np.digitize(sequence, limits).astype(float), boundaries=limits)
tokens = np.array([[1, 3, 1], [0, 2, 2]])
hot = np.eye(4)[tokens]
given = tokens + 0.25  # as in Keras the fraction is cut off
case("CategoryEncoding", given, hot.max(1))
case("CategoryEncoding count", given, hot.sum(1))
case("CategoryEncoding one-hot", given, hot)
case("CategoryEncoding one-hot of one", given[:, :1], hot[:, 0])
case("CategoryEncoding of matrices", given[:, None], hot.max(1)[:, None])
case("CategoryEncoding one-hot of matrices", given[:, None], hot[:, None])
case("CategoryEncoding one-hot of columns", given[..., None], hot)
embeddings = draw(4, 3)
case("Embedding", given, embeddings[tokens], embeddings=embeddings)

case("Multiply", sequence, sequence * (1 - sequence) * 3 * sequence)
case("Average", sequence, (sequence + (1 - sequence) + 3 * sequence) / 3)
case("Maximum", sequence, np.maximum(np.maximum(sequence, 1 - sequence), 3 * sequence))
case("Minimum", sequence, np.minimum(np.minimum(sequence, 1 - sequence), 3 * sequence))
case("Subtract", sequence, sequence - (1 - sequence))

# Each image with its means over the rows, of fewer axes: Keras puts an axis of 1 after the batch's.
line = image.mean(1)[:, None]
case("Add broadcast", image, image + line)
case("Subtract broadcast", image, image - line)
case("Multiply broadcast", image, image * line)
case("Average broadcast", image, (image + line) / 2)
case("Maximum broadcast", image, np.maximum(image, line))
case("Minimum broadcast", image, np.minimum(image, line))
case("Concatenate rows", image, np.concatenate((image, 3 * image), 1))
case("Concatenate channels", image, np.concatenate((image, 3 * image), -1))

turned = np.sin(image).transpose(0, 3, 2, 1)
case("Dot of images", image, np.einsum("nabc,ncde->nabde", image, turned))
length = np.sqrt((image**2).sum(2, keepdims=True)), np.sqrt((turned**2).sum(2, keepdims=True))
case("Dot normalized", image, np.einsum("nabc,ndbe->nacde", image / length[0], turned / length[1]))

x = (draw(2, 4, 3) * 3).round(2) + 0.013


def sparsemax(row):
    """The projection onto the simplex, its shift found by halving."""
    low, high = row.min() - 1, row.max()
    for _ in range(200):
        tau = (low + high) / 2
        low, high = (tau, high) if np.maximum(row - tau, 0).sum() > 1 else (low, tau)
    return np.maximum(row - low, 0)


erf = np.vectorize(math.erf)
sigmoid = 1 / (1 + np.exp(-x))
softplus = np.log1p(np.exp(x))
softmax = np.exp(x) / np.exp(x).sum(-1, keepdims=True)
scale, alpha = 1.0507009873554805, 1.6732632423543772
elu = np.where(x > 0, x, np.expm1(x))
hard = np.clip(x / 6 + 0.5, 0, 1)
for name, y in {
    "LINEAR": x,
    "RELU": np.maximum(x, 0),
    "SIGMOID": sigmoid,
    "SOFTMAX": softmax,
    "TANH": np.tanh(x),
    "ELU": elu,
    "SOFTPLUS": softplus,
    "RELU6": np.clip(x, 0, 6),
    "LEAKY_RELU": np.where(x > 0, x, 0.2 * x),
    "SELU": scale * np.where(x > 0, x, alpha * np.expm1(x)),
    "CELU": np.maximum(x, 0) + np.minimum(np.expm1(x), 0),
    "GELU": x * 0.5 * (1 + erf(x / math.sqrt(2))),
    "SILU": x * sigmoid,
    "SWISH": x * sigmoid,
    "MISH": x * np.tanh(softplus),
    "SOFTSIGN": x / (1 + np.abs(x)),
    "EXPONENTIAL": np.exp(x),
    "HARD_SIGMOID": hard,
    "HARD_SILU": x * hard,
    "HARD_SWISH": x * hard,
    "HARD_TANH": np.clip(x, -1, 1),
    "LOG_SOFTMAX": np.log(softmax),
    "LOG_SIGMOID": np.log(sigmoid),
    "TANH_SHRINK": x - np.tanh(x),
    "SOFT_SHRINK": np.sign(x) * np.maximum(np.abs(x) - 0.5, 0),
    "HARD_SHRINK": np.where(np.abs(x) > 0.5, x, 0),
    "SQUAREPLUS": (x + np.sqrt(x * x + 4)) / 2,
    "SPARSE_PLUS": np.where(x <= -1, 0, np.where(x < 1, (x + 1) ** 2 / 4, x)),
    "SPARSE_SIGMOID": np.clip((x + 1) / 2, 0, 1),
}.items():
    case(name, x, y)
rows = draw(3, 4)
case("Dot of rows", rows, (rows * np.sin(rows)).sum(1, keepdims=True))
wide = draw(2, 3, 4)
case("GLU", wide, wide[..., :2] / (1 + np.exp(-wide[..., 2:])))
near = (draw(3, 2, 5) * 0.6).round(3) + np.arange(5) * 0.011
case("SPARSEMAX", near, np.apply_along_axis(sparsemax, -1, near))
for name, y in {
    "relu of": np.where(x > 0.75, np.minimum(x, 2.5), 0.1 * (x - 0.75)),
    "leaky_relu of": np.where(x > 0, x, 0.05 * x),
    "elu of": np.where(x > 0, x, 2 * np.expm1(x)),
    "celu of": np.maximum(x, 0) + np.minimum(2 * np.expm1(x / 2), 0),
    "gelu approximate": x * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "soft_shrink of": np.sign(x) * np.maximum(np.abs(x) - 1.25, 0),
    "hard_shrink of": np.where(np.abs(x) > 1.25, x, 0),
    "squareplus of": (x + np.sqrt(x * x + 0.5)) / 2,
    "threshold of": np.where(x > 0.75, x, -3),
    "softmax of": np.exp(x) / np.exp(x).sum(1, keepdims=True),
    "log_softmax of": np.log(np.exp(x) / np.exp(x).sum(1, keepdims=True)),
    "glu of": x[:, :2] / (1 + np.exp(-x[:, 2:])),
    "sin": np.sin(x),
}.items():
    case(name, x, y)

batch_normalizations(False)
for name, axes in (("rows of images", (1,)), ("columns and channels", (2, 3)), ("rows and channels", (1, 3))):
    x = draw(2, 3, 2, 4)
    sizes = [x.shape[axis] for axis in axes]
    gamma, beta = draw(*sizes), draw(*sizes)
    y = (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + 1e-3)
    y = y * along(gamma, 4, axes) + along(beta, 4, axes)
    case(f"LayerNormalization of {name}", x, y, gamma=gamma, beta=beta)
