package dev.assay.cli;

import dev.assay.cli.terminal.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The texts of the help; those in English are beside the options that they describe. */
final class HelpTexts {
  private HelpTexts() {}

  /** Returns the help in another language than English. */
  static Optional<ResourceBundle> of(Language language) {
    return switch (language) {
      case EN -> Optional.empty();
      case KO -> Optional.of(read("help_ko.properties"));
    };
  }

  private static ResourceBundle read(String file) {
    try (InputStream in = Objects.requireNonNull(HelpTexts.class.getResourceAsStream(file), file)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
