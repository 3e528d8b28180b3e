package dev.assay.run.record;

import dev.assay.protocol.BuiltModel;

/**
 * A candidate's model as it was read from the files of the build.
 *
 * @param built the description
 * @param graphDigest SHA-256 of the graph's file
 * @param builtInBytes compressed size of the numbers in it that no training gave it
 */
public record InspectedModel(BuiltModel built, String graphDigest, long builtInBytes) {
  /** The same model with the number of operations that another process counted. */
  public InspectedModel withFlops(long flops) {
    return new InspectedModel(
        new BuiltModel(built.manifest(), built.parts(), flops, built.fit()),
        graphDigest,
        builtInBytes);
  }
}
