package dev.assay.bench.kotlindl

import dev.assay.bench.Job
import dev.assay.bench.Layer
import dev.assay.bench.Layer.Kind
import dev.assay.bench.Network
import dev.assay.bench.Program
import dev.assay.bench.Trained
import dev.assay.bench.TrainingSet
import org.jetbrains.kotlinx.dl.api.core.Sequential
import org.jetbrains.kotlinx.dl.api.core.activation.Activations
import org.jetbrains.kotlinx.dl.api.core.layer.convolutional.Conv2D
import org.jetbrains.kotlinx.dl.api.core.layer.convolutional.ConvPadding
import org.jetbrains.kotlinx.dl.api.core.layer.core.Dense
import org.jetbrains.kotlinx.dl.api.core.layer.core.Input
import org.jetbrains.kotlinx.dl.api.core.layer.pooling.MaxPool2D
import org.jetbrains.kotlinx.dl.api.core.layer.reshaping.Flatten
import org.jetbrains.kotlinx.dl.api.core.loss.Losses
import org.jetbrains.kotlinx.dl.api.core.metric.Metrics
import org.jetbrains.kotlinx.dl.api.core.optimizer.Adam
import org.jetbrains.kotlinx.dl.api.core.optimizer.Optimizer
import org.jetbrains.kotlinx.dl.api.core.optimizer.SGD
import org.jetbrains.kotlinx.dl.dataset.OnHeapDataset

/** KotlinDL: its data set in memory and its fit. */
object KotlinDl {
    private const val VERSION = "KotlinDL 0.4.0, TensorFlow 1.15"

    /** Runs the job of that file. */
    @JvmStatic
    fun main(args: Array<String>) = Program.main(args, ::train)

    private fun train(job: Job): Trained {
        val data = data(TrainingSet.read(job))
        val batch = job.schedule().batch()
        modelOf(job.network()).use { model ->
            model.compile(
                optimizer(job.network().optimizer(), job.network().learningRate().toFloat()),
                Losses.SOFT_MAX_CROSS_ENTROPY_WITH_LOGITS,
                Metrics.ACCURACY,
            )
            model.init()
            val seconds = job.schedule().time {
                data.shuffle()
                model.fit(data, epochs = 1, batchSize = batch)
            }
            // With the weights at the end; batches must divide the examples.
            val result = model.evaluate(data, batchSize = divisor(data.xSize(), 100))
            return Trained(VERSION, seconds, result.lossValue, result.metrics.getValue(Metrics.ACCURACY))
        }
    }

    private fun divisor(rows: Int, most: Int) = (minOf(most, rows) downTo 1).first { rows % it == 0 }

    private fun data(set: TrainingSet): OnHeapDataset {
        val rows = Array(set.rows()) {
            set.features().copyOfRange(it * set.width(), (it + 1) * set.width())
        }
        val labels = FloatArray(set.rows()) { set.labels()[it].toFloat() }
        return OnHeapDataset.create({ rows }, { labels })
    }

    private fun modelOf(network: Network): Sequential {
        val input = Input(*network.input().map(Int::toLong).toLongArray())
        return Sequential.of(input, *network.layers().map(::layerOf).toTypedArray())
    }

    private fun layerOf(layer: Layer) = layerOf(layer.kind(), layer.units())

    private fun layerOf(kind: Kind, units: Int) = when (kind) {
        Kind.CONVOLUTION -> Conv2D(
            filters = units,
            kernelSize = 3,
            strides = 1,
            activation = Activations.Relu,
            padding = ConvPadding.VALID,
        )
        Kind.POOLING -> MaxPool2D(
            poolSize = intArrayOf(1, 2, 2, 1),
            strides = intArrayOf(1, 2, 2, 1),
            padding = ConvPadding.VALID,
        )
        Kind.FLATTEN -> Flatten()
        Kind.DENSE -> Dense(units, Activations.Relu)
        Kind.OUTPUT -> Dense(units, Activations.Linear) // the loss applies softmax
    }

    private fun optimizer(kind: Network.Optimizer, rate: Float): Optimizer = when (kind) {
        Network.Optimizer.ADAM -> Adam(rate)
        Network.Optimizer.SGD -> SGD(rate)
    }
}
