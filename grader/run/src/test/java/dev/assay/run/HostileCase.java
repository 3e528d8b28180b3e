package dev.assay.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One hostile answer and what is expected of it.
 *
 * @param folder its sources and {@code expect.properties}
 */
record HostileCase(Path folder, Properties expected) {
  private static final Path CASES = Path.of("src/test/resources/hostile").toAbsolutePath();
  private static final Set<String> KEYS =
      Set.of("about", "verdict", "verdict.plain", "says", "escapes.plain", "stage", "buildSeconds");

  static List<HostileCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().map(HostileCase::read).toList();
    }
  }

  private static HostileCase read(Path folder) {
    Properties expected = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve("expect.properties"))) {
      expected.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(folder + " has no expect.properties", e);
    }
    if (!KEYS.containsAll(expected.keySet()) || !expected.containsKey("about")) {
      throw new IllegalStateException(folder + " expects " + expected);
    }
    return new HostileCase(folder, expected);
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The verdicts that are right. */
  List<String> verdicts(boolean plain) {
    String verdict = expected.getProperty("verdict");
    return List.of(
        (plain ? expected.getProperty("verdict.plain", verdict) : verdict).split("\\|", -1));
  }

  String says() {
    return expected.getProperty("says", "");
  }

  boolean escapes(boolean plain) {
    return plain && Boolean.parseBoolean(expected.getProperty("escapes.plain"));
  }

  boolean isGraded() {
    return expected.getProperty("stage", "check").equals("grade");
  }

  /** What loops is ended soon; all others have ample time. */
  int buildSeconds() {
    return Integer.parseInt(expected.getProperty("buildSeconds", "60"));
  }

  /**
   * Writes the sources as a submission.
   *
   * @param places what stands for {@code @NAME@} in them
   */
  void writeTo(Path submission, Map<String, String> places) throws IOException {
    Files.createDirectories(submission);
    Files.copy(CASES.resolve("Attack.java"), submission.resolve("Attack.java"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("expect.properties")) {
          Path target = submission.resolve(folder.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.writeString(target, filled(Files.readString(file), places));
        }
      }
    }
  }

  private static String filled(String text, Map<String, String> places) {
    String filled = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      filled = filled.replace("@" + place.getKey() + "@", place.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return name();
  }
}
