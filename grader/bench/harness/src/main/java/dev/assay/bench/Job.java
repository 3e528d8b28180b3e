package dev.assay.bench;

/**
 * All that a program is told.
 *
 * @param network what is trained
 * @param schedule how long
 * @param features an {@code .npy} file: {@code UINT8 (n, 28, 28)} or {@code FLOAT32 (n, values)}
 * @param labels an {@code .npy} file: {@code INT32 (n)}, class numbers from 0
 */
public record Job(Network network, Schedule schedule, String features, String labels) {
  /** One line of JSON. */
  public String toJson() {
    return Json.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Job of(String json) {
    return Json.read(json, Job.class);
  }
}
