package dev.assay.report;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * The machine, the versions and the mode a result was made with; never a host's or a user's name.
 *
 * @param java the Java runtime's version
 * @param os the operating system's name
 * @param arch the processor's architecture
 * @param tensorflow TensorFlow's version; may be null if no worker loaded it
 * @param threads threads that training may use, at least 1; small models use one
 * @param mode what training gave up for speed
 * @param processor that TensorFlow ran on; unknown where no worker loaded it
 */
public record Platform(
    String java,
    String os,
    String arch,
    @Nullable String tensorflow,
    int threads,
    Mode mode,
    Processor processor) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a text is blank or there is no thread
   */
  public Platform {
    Components.text("provenance.java", java);
    Components.text("provenance.os", os);
    Components.text("provenance.arch", arch);
    Components.textOrNull("provenance.tensorflow", tensorflow);
    Components.atLeast("provenance.threads", 1, threads);
    Components.present("provenance.mode", mode);
    Components.present("provenance.processor", processor);
  }

  /** A platform of which nobody knows the processor. */
  public Platform(
      String java, String os, String arch, @Nullable String tensorflow, int threads, Mode mode) {
    this(java, os, arch, tensorflow, threads, mode, Processor.UNKNOWN);
  }
}
