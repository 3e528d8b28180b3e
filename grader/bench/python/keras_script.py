"""A Keras script as a user writes it: keras_script.py train|score mnist|binary-classification DATA EPOCHS FOLDER.

train: fit with a checkpoint of the best weights and early stopping. score, in a new process: load them, evaluate on the
rest of the data. Sizes are those of Assay's grading: DATA is the folder with mnist/, or the project's embedded data.
"""

import csv
import gzip
import os
import struct
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
from keras import layers

SEED = 42

# As many as Assay sets aside of MNIST's training images.
VALIDATION = 5_000


def idx(path):
    """An IDX file of bytes, packed or not."""
    packed = path + ".gz"
    with gzip.open(packed) if os.path.exists(packed) else open(path, "rb") as file:
        content = file.read()
    axes = content[3]
    shape = struct.unpack(f">{axes}I", content[4 : 4 + 4 * axes])
    return np.frombuffer(content, np.uint8, offset=4 + 4 * axes).reshape(shape)


def mnist(data):
    """Training, validation and hidden examples: 55,000, 5,000 and 10,000."""
    folder = os.path.join(data, "mnist")
    images, labels = (idx(os.path.join(folder, f"train-{name}-ubyte")) for name in ("images-idx3", "labels-idx1"))
    hidden = [idx(os.path.join(folder, f"t10k-{name}-ubyte")) for name in ("images-idx3", "labels-idx1")]
    order = np.random.default_rng(SEED).permutation(len(labels))
    train, validation = order[VALIDATION:], order[:VALIDATION]
    return (images[train], labels[train]), (images[validation], labels[validation]), hidden


def breast_cancer(data):
    """Training, validation and hidden examples: 284, 85 and 200."""
    with open(os.path.join(data, "binary-classification", "wdbc.csv"), encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    features = np.array([row[:-1] for row in rows], np.float32)
    labels = np.array([row[-1] == "benign" for row in rows], np.float32)
    order = np.random.default_rng(SEED).permutation(len(labels))
    hidden, validation, train = order[:200], order[200:285], order[285:]
    return tuple((features[part], labels[part]) for part in (train, validation, hidden))


def cnn(_):
    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            layers.Rescaling(1.0 / 255),
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.25),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def mlp(features):
    normalization = layers.Normalization()
    normalization.adapt(features)
    model = keras.Sequential(
        [
            keras.Input((30,)),
            normalization,
            layers.Dense(16, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
    return model


def main(stage, problem, data, epochs, folder):
    keras.utils.set_random_seed(SEED)
    train, validation, hidden = {"mnist": mnist, "binary-classification": breast_cancer}[problem](data)
    model = {"mnist": cnn, "binary-classification": mlp}[problem](train[0])
    best = os.path.join(folder, "best.weights.h5")
    if stage == "train":
        model.fit(
            *train,
            batch_size=32,
            epochs=epochs,
            validation_data=validation,
            callbacks=[
                keras.callbacks.ModelCheckpoint(best, monitor="val_loss", save_best_only=True, save_weights_only=True),
                keras.callbacks.EarlyStopping(monitor="val_loss", patience=epochs),
            ],
            verbose=2,
        )
    else:
        model.load_weights(best)
        print(model.evaluate(*hidden, verbose=0))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
