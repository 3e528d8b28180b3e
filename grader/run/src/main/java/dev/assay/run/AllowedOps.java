package dev.assay.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations that a model may be made of: {@code allowed-ops.txt} beside this class. */
final class AllowedOps {
  static final Set<String> NAMES = load();

  /** Those of them that give other values with each run. */
  static final Set<String> DRAWS =
      Set.of("RandomStandardNormal", "RandomUniform", "TruncatedNormal");

  private AllowedOps() {}

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
