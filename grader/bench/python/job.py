"""What every Python contestant shares: the job, the clock and the outcome (see ../README.md)."""

import json
import resource
import sys
import time

import numpy


class Job:
    """A job's file: the network, the schedule, and the data as scaled floats."""

    def __init__(self, file):
        with open(file, encoding="utf-8") as text:
            job = json.load(text)
        self.network, schedule = job["network"], job["schedule"]
        self.layers = self.network["layers"]
        self.batch, self.passes = schedule["batch"], schedule["passes"]
        self.epochs, self.threads = schedule["epochs"], schedule["threads"]
        self.learning_rate = self.network["learningRate"]
        features = numpy.load(job["features"]).astype(numpy.float32)
        features /= numpy.float32(self.network["divisor"])
        self.features = features.reshape([-1] + self.network["input"])
        self.labels = numpy.load(job["labels"]).astype(numpy.int32)
        self.rows = len(self.labels)

    def convolves(self):
        return any(layer["kind"] == "CONVOLUTION" for layer in self.layers)


class Clock:
    """Seconds of each epoch; the first also bears building the model and compiling."""

    def __init__(self):
        self.seconds = []
        self.start = time.perf_counter()

    def epoch(self):
        now = time.perf_counter()
        self.seconds.append(now - self.start)
        self.start = now


def main(train):
    """Runs train(job, clock), which returns version, loss and accuracy, and prints the outcome."""
    job = Job(sys.argv[-1])
    clock = Clock()
    version, loss, accuracy = train(job, clock)
    outcome = {
        "version": version,
        "seconds": clock.seconds,
        "loss": float(loss),
        "accuracy": float(accuracy),
        "residentBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print("\n" + json.dumps(outcome), flush=True)
