package dev.assay.bench;

import java.util.List;

/**
 * What a program's own part brings; the components are those of {@link Outcome}.
 *
 * @param version of the library
 * @param seconds of each epoch
 * @param loss on the training set
 * @param accuracy on the training set
 */
public record Trained(String version, List<Double> seconds, double loss, double accuracy) {
  public Trained {
    seconds = List.copyOf(seconds);
  }
}
