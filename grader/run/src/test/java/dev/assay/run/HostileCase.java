package dev.assay.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One hostile answer and what is expected of it.
 *
 * @param folder its sources and {@code expect.properties}
 */
record HostileCase(Path folder, Properties expected) {
  private static final Path CASES = Path.of("src/test/resources/hostile").toAbsolutePath();
  private static final Set<String> KEYS =
      Set.of(
          "about",
          "verdict",
          "verdict.plain",
          "says",
          "never",
          "points.most",
          "problem",
          "escapes.plain",
          "stage",
          "buildSeconds",
          "sample");

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
    if (!KEYS.containsAll(expected.keySet())
        || !expected.containsKey("about")
        || !expected.containsKey("verdict")) {
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

  /** What the message must contain. */
  List<String> says() {
    return List.of(expected.getProperty("says", "").split("\\|", -1));
  }

  /** Whether a message has what it must never contain. */
  boolean saysWhatItMustNot(String message) {
    String never = expected.getProperty("never");
    return never != null && Pattern.compile(never).matcher(message).find();
  }

  /** The most points that it may get. */
  int mostPoints() {
    return Integer.parseInt(expected.getProperty("points.most", "5"));
  }

  /** The problem that it answers. */
  String problem() {
    return expected.getProperty("problem", "iris");
  }

  boolean escapes(boolean plain) {
    return plain && Boolean.parseBoolean(expected.getProperty("escapes.plain"));
  }

  /** Whether it stands for its kind where there is no time for all. */
  boolean isSample() {
    return Boolean.parseBoolean(expected.getProperty("sample"));
  }

  boolean isGraded() {
    return expected.getProperty("stage", "check").equals("grade");
  }

  /** What loops is ended soon; all others have ample time. */
  int buildSeconds() {
    return Integer.parseInt(expected.getProperty("buildSeconds", "60"));
  }

  /**
   * Writes the sources as a submission, with what they extend.
   *
   * @param places what stands for {@code @NAME@} in them
   */
  void writeTo(Path submission, Map<String, String> places) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("expect.properties")) {
          Path target = submission.resolve(folder.relativize(file).toString());
          Files.createDirectories(target.getParent());
          write(filled(Files.readString(file), places), target, places);
        }
      }
    }
  }

  /** What the cases share is handed in with those that name it. */
  private static void write(String text, Path target, Map<String, String> places)
      throws IOException {
    Files.writeString(target, text);
    for (String shared : List.of("Attack", "Forgery", "Native")) {
      Path beside = target.resolveSibling(shared + ".java");
      if (text.contains(shared) && !Files.exists(beside)) {
        write(filled(Files.readString(CASES.resolve(shared + ".java")), places), beside, places);
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
