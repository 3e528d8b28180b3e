package dev.assay.run.record;

/**
 * A submission that compiled.
 *
 * @param builder the class that answers the problem
 */
public record Compiled(Loaded loaded, String builder) implements StageRecord {
  @Override
  public Progress progress() {
    return loaded.progress();
  }
}
