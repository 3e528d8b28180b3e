package dev.assay.run.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations that a model may be made of: {@code allowed-ops.txt} beside this class. */
final class AllowedOps {
  static final Set<String> NAMES = load();

  /** Those of them that give other values with each run. */
  static final Set<String> DRAWS =
      Set.of("RandomStandardNormal", "RandomUniform", "TruncatedNormal");

  /** The operations not allowed because they run others repeatedly or conditionally. */
  static final Set<String> CONTROL_FLOW =
      Set.of(
          "Case",
          "Enter",
          "Exit",
          "For",
          "If",
          "LoopCond",
          "Merge",
          "NextIteration",
          "PartitionedCall",
          "RefEnter",
          "RefExit",
          "RefMerge",
          "RefNextIteration",
          "RefSwitch",
          "StatefulPartitionedCall",
          "StatelessCase",
          "StatelessIf",
          "StatelessWhile",
          "Switch",
          "SymbolicGradient",
          "While");

  private static final int MOST = 1000;
  private static final int MAX_NAME = 60;

  private AllowedOps() {}

  /** Names that a candidate's process wrote, as they may be printed. */
  static List<String> shown(Set<String> names) {
    return names.stream()
        .map(name -> name.replaceAll("[^A-Za-z0-9_>]", "?"))
        .map(name -> name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "..." : name)
        .limit(MOST)
        .toList();
  }

  private static Set<String> load() {
    try (InputStream in =
        Objects.requireNonNull(AllowedOps.class.getResourceAsStream("allowed-ops.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\\s+"))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
