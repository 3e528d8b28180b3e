"""Trains with JAX alone: an epoch is one compiled loop, or a step where the network convolves."""

import functools

import jax
import jax.numpy as jnp
from jax import lax

import job as jobs


def weights_of(job):
    """Glorot's uniform kernels and no biases, as Keras draws them."""
    key, weights = jax.random.PRNGKey(1), []
    shape = job.features.shape[1:]
    for spec in job.layers:
        kind, units = spec["kind"], spec["units"]
        if kind == "POOLING":
            shape = (shape[0] // 2, shape[1] // 2, shape[2])
            continue
        if kind == "FLATTEN":
            shape = (functools.reduce(lambda a, b: a * b, shape),)
            continue
        key, own = jax.random.split(key)
        convolution = kind == "CONVOLUTION"
        kernel = (3, 3, shape[-1], units) if convolution else (shape[-1], units)
        field = 9 if convolution else 1
        limit = (6 / (field * (shape[-1] + units))) ** 0.5
        weights.append(
            (jax.random.uniform(own, kernel, jnp.float32, -limit, limit), jnp.zeros(units))
        )
        shape = (shape[0] - 2, shape[1] - 2, units) if convolution else (units,)
    return weights


def logits_of(job, weights, x):
    left = iter(weights)
    for spec in job.layers:
        kind = spec["kind"]
        if kind == "POOLING":
            x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
        elif kind == "FLATTEN":
            x = x.reshape(x.shape[0], -1)
        else:
            kernel, bias = next(left)
            if kind == "CONVOLUTION":
                x = lax.conv_general_dilated(
                    x, kernel, (1, 1), "VALID", dimension_numbers=("NHWC", "HWIO", "NHWC")
                )
            else:
                x = x @ kernel
            x = x + bias
            x = x if kind == "OUTPUT" else jax.nn.relu(x)
    return x


def step_of(job):
    """A function of (data, state, rows) that updates, and gives the sums of loss and correct answers.

    The data is an argument: what a compiled function closes over is compiled into it.
    """

    def loss_of(weights, x, y):
        logits = logits_of(job, weights, x)
        losses = -jnp.take_along_axis(jax.nn.log_softmax(logits), y[:, None], 1)
        return losses.mean(), (losses.sum(), (logits.argmax(1) == y).sum())

    gradient = jax.grad(loss_of, has_aux=True)
    rate, over = job.learning_rate, jax.tree_util.tree_map

    def step(data, state, rows):
        weights, m, v, n = state
        g, sums = gradient(weights, data[0][rows], data[1][rows])
        if job.network["optimizer"] == "SGD":
            return (over(lambda w, d: w - rate * d, weights, g), m, v, n), sums
        n = n + 1
        m = over(lambda a, d: 0.9 * a + 0.1 * d, m, g)
        v = over(lambda a, d: 0.999 * a + 0.001 * d * d, v, g)
        r = rate * jnp.sqrt(1 - 0.999**n) / (1 - 0.9**n)
        weights = over(lambda w, a, b: w - r * a / (jnp.sqrt(b) + 1e-7), weights, m, v)
        return (weights, m, v, n), sums

    return step


def compiled_epoch(job, step):
    """All passes of an epoch in one call; the last step of a pass takes what is left."""
    whole = job.rows // job.batch * job.batch

    def one_pass(data, state, key):
        one = functools.partial(step, data)
        order = jax.random.permutation(key, job.rows)
        state, (loss, hits) = lax.scan(one, state, order[:whole].reshape(-1, job.batch))
        loss, hits = loss.sum(), hits.sum()
        if whole < job.rows:
            state, (more, right) = one(state, order[whole:])
            loss, hits = loss + more, hits + right
        return state, (loss, hits)

    @jax.jit
    def epoch(data, state, key):
        each = functools.partial(one_pass, data)
        state, (loss, hits) = lax.scan(each, state, jax.random.split(key, job.passes))
        return state, loss[-1], hits[-1]

    return epoch


def stepwise_epoch(job, step):
    """A call a step: inside a compiled loop XLA's convolutions on a processor are many times slower."""
    step = jax.jit(step, donate_argnums=1)

    def epoch(data, state, key):
        for own in jax.random.split(key, job.passes):
            order = jax.random.permutation(own, job.rows)
            loss = hits = 0
            for start in range(0, job.rows, job.batch):
                state, (more, right) = step(data, state, order[start : start + job.batch])
                loss, hits = loss + more, hits + right
        return state, loss, hits

    return epoch


def train(job, clock):
    step = step_of(job)
    data = (jnp.asarray(job.features), jnp.asarray(job.labels))
    weights = weights_of(job)
    zeros = [jax.tree_util.tree_map(jnp.zeros_like, weights) for _ in range(2)]
    state = (weights, zeros[0], zeros[1], jnp.float32(0))
    epoch = (stepwise_epoch if job.convolves() else compiled_epoch)(job, step)
    for number in range(job.epochs):
        state, loss, hits = epoch(data, state, jax.random.PRNGKey(number))
        loss, hits = float(loss), int(hits)  # waits for the last step
        clock.epoch()
    return "JAX " + jax.__version__, loss / job.rows, hits / job.rows


if __name__ == "__main__":
    jobs.main(train)
