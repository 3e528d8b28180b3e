package dev.assay.pages.run;

import dev.assay.pages.answer.Beside;
import dev.assay.pages.answer.Printed;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside a result, of which a page shows some.
 *
 * @param result the file of the result
 */
public record ResultFolder(Path result) {
  private static final String EXAMPLES = "examples.json";
  private static final String PRINTED = "build.log";

  /** The most bytes of output that a page shows. */
  private static final int MOST_PRINTED = 4000;

  /**
   * Reads all that the page shows.
   *
   * @throws IOException if a file cannot be read
   */
  public Beside read() throws IOException {
    Path file = result.resolveSibling(EXAMPLES);
    boolean known = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return new Beside(printed(), known ? JsonReports.readExamples(file) : null);
  }

  /**
   * Returns the beginning of what the candidate's code printed; null where it printed nothing.
   *
   * @throws IOException if the file cannot be read
   */
  public @Nullable Printed printed() throws IOException {
    Path file = result.resolveSibling(PRINTED);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(MOST_PRINTED);
      String text = new String(beginning, StandardCharsets.UTF_8);
      return text.isBlank() ? null : new Printed(text, PRINTED, in.read() >= 0);
    }
  }
}
