package dev.assay.cli.exam;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an exam. */
final class ExamOption {
  @Option(
      names = "--exam",
      paramLabel = "EXAM",
      description = "The exam's id or folder. Default: the exam that was started last.")
  private @Nullable String name;

  @Nullable String name() {
    return name;
  }
}
