"""Trains with Keras: keras_peer.py tensorflow|xla|jax JOB."""

import os
import sys

MODE = sys.argv[1]
os.environ["KERAS_BACKEND"] = "jax" if MODE == "jax" else "tensorflow"

import keras
from keras import layers

import job as jobs

# Without it each step comes back to Python, which costs more than a small step itself.
STEPS_A_CALL = 32


def layer(spec):
    kind, units = spec["kind"], spec["units"]
    if kind == "CONVOLUTION":
        return layers.Conv2D(units, 3, activation="relu")
    if kind == "POOLING":
        return layers.MaxPooling2D()
    if kind == "FLATTEN":
        return layers.Flatten()
    return layers.Dense(units, activation="softmax" if kind == "OUTPUT" else "relu")


def model_of(job):
    model = keras.Sequential([keras.Input(job.features.shape[1:])] + [layer(it) for it in job.layers])
    kinds = {"ADAM": keras.optimizers.Adam, "SGD": keras.optimizers.SGD}
    model.compile(
        kinds[job.network["optimizer"]](job.learning_rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        steps_per_execution=1 if MODE == "jax" else STEPS_A_CALL,
        jit_compile=MODE != "tensorflow",
    )
    return model


def passes_in_one(job):
    """All passes of an epoch as one data set: an epoch of eight steps is mostly Keras's own round."""
    import tensorflow as tf

    features, labels = tf.constant(job.features), tf.constant(job.labels)
    orders = tf.data.Dataset.range(job.passes).flat_map(
        lambda _: tf.data.Dataset.from_tensor_slices(
            tf.random.shuffle(tf.range(job.rows))
        ).batch(job.batch)
    )
    return orders.map(lambda rows: (tf.gather(features, rows), tf.gather(labels, rows))).prefetch(64)


def train(job, clock):
    keras.utils.set_random_seed(1)
    model = model_of(job)
    if job.passes > 1 and MODE != "jax":
        data = passes_in_one(job)
        for _ in range(job.epochs):
            model.fit(data, verbose=0)
            clock.epoch()
    else:
        for _ in range(job.epochs):
            model.fit(
                job.features,
                job.labels,
                batch_size=job.batch,
                epochs=job.passes,
                verbose=0,
            )
            clock.epoch()
    loss, accuracy = model.evaluate(job.features, job.labels, batch_size=500, verbose=0)
    return f"Keras {keras.__version__}, {library()}", loss, accuracy


def library():
    if MODE == "jax":
        import jax

        return "JAX " + jax.__version__
    import tensorflow

    return "TensorFlow " + tensorflow.__version__


if __name__ == "__main__":
    jobs.main(train)
