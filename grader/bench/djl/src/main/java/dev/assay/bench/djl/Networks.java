package dev.assay.bench.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.assay.bench.Layer;
import dev.assay.bench.Network;

/** The networks in DJL's blocks; images have their channel first. */
final class Networks {
  private Networks() {}

  static Block of(Network network) {
    SequentialBlock block = new SequentialBlock();
    network.layers().forEach(layer -> add(block, layer));
    return block;
  }

  private static void add(SequentialBlock block, Layer layer) {
    switch (layer.kind()) {
      case CONVOLUTION ->
          block
              .add(
                  Conv2d.builder()
                      .setKernelShape(new Shape(3, 3))
                      .setFilters(layer.units())
                      .build())
              .add(Activation.reluBlock());
      case POOLING -> block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
      case FLATTEN -> block.add(Blocks.batchFlattenBlock());
      case DENSE -> block.add(linear(layer)).add(Activation.reluBlock());
      case OUTPUT -> block.add(linear(layer)); // the loss applies softmax
    }
  }

  private static Block linear(Layer layer) {
    return Linear.builder().setUnits(layer.units()).build();
  }

  /** A batch's shape. */
  static Shape batch(long size, Network network) {
    return network.input().size() == 3
        ? new Shape(size, network.input().get(2), network.input().get(0), network.input().get(1))
        : new Shape(size, network.input().get(0));
  }
}
