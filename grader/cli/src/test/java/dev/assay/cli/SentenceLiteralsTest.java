package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that what people read is in the catalogue of texts, where it can be translated. */
class SentenceLiteralsTest {
  private static final Path GRADER = Path.of("..").toAbsolutePath().normalize();

  /** Folders of main sources in which no sentence may be a literal, and the least files in each. */
  private static final List<Scanned> SCANNED =
      List.of(
          new Scanned("batch/src/main/java", 12),
          new Scanned("cli/src/main/java", 70),
          new Scanned("diagnosis/src/main/java", 20),
          new Scanned("similarity/src/main/java", 18),
          new Scanned("../datasets/src/main/java", 40),
          new Scanned("exam/src/main/java", 30),
          new Scanned("junit/src/main/java", 18),
          new Scanned("report/src/main/java", 45),
          new Scanned("run/src/main/java", 190),
          new Scanned("worker/src/main/java", 45));

  /** Three words, each of at least two letters but for "a" and "I", with single blanks between. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}{2,}|[aAI]) (?:\\p{L}{2,}|a|I) \\p{L}{2,}");

  // Those in annotations are the help's, whose Korean KoreanHelpTest holds.

  /** Statements whose literals only developers or machines read. */
  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile(
          "IllegalArgumentException|IllegalStateException|AssertionError|requireNonNull"
              + "|Pattern\\.compile|\\.matches\\(|\\.replace(?:All|First)\\(|\\.split\\(");

  /** Literals that are no sentences for people, with the reason. */
  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed("BuilderSeed", "dev.assay: the seed", "enters the derivation of a seed"),
          new Allowed(
              "Channel", "the grader does not listen", "a worker without a grader is alone"),
          new Allowed("CodeList", "assay explain CODE", "a command"),
          new Allowed("DataCommand", "`assay data list`", "commands"),
          new Allowed("ExamCommand", "`assay exam start`", "commands"),
          new Allowed("DataFile", "bytes must be", "for the author of a catalogue"),
          new Allowed("DatasetEntry", "./assay data fetch", "a command"),
          new Allowed("LogFilter", "WARNING: All log", "a line of a library's log"),
          new Allowed("NumericArray", "row must be in", "for the author of a call"),
          new Allowed("ProgramCompiler", "cannot find symbol", "the compiler's words"),
          new Allowed("RawPaths", "Nul character not allowed", "the JDK's words"),
          new Allowed("Reasons", "Not a directory", "the system's words"),
          new Allowed("Reasons", "Read-only file system", "the system's words"),
          new Allowed("Reasons", "No space left", "the system's words"),
          new Allowed("WrongArguments", "Missing required parameter", "picocli's words"),
          new Allowed("WrongArguments", "specify one of these", "picocli's words"),
          new Allowed("FiniteNumbers", "out of the range", "for the author of a malformed result"),
          new Allowed("JsonMapping", "not a time", "for the author of a malformed result"),
          new Allowed("NamesTrial", "\n      import dev.assay", "a Java source"),
          new Allowed("SealKey", "assay key id 1", "enters the derivation of a key's fingerprint"),
          new Allowed("SealKey", "assay sealed set 1", "enters the derivation of a file's key"),
          new Allowed("Wall", "Max core file size", "a line of /proc/self/limits"),
          new Allowed("Wall", "Max cpu time", "a line of /proc/self/limits"),
          new Allowed("Wall", "Max data size", "a line of /proc/self/limits"),
          new Allowed("Wall", "Max file size", "a line of /proc/self/limits"),
          new Allowed("Wall", "Max open files", "a line of /proc/self/limits"),
          new Allowed(
              "ResourceExhaustion", "unable to create native thread", "Java's own last words"),
          new Allowed("ResourceExhaustion", "creation via pthread", "Java's own last words"),
          new Allowed("ResourceExhaustion", "Java heap space", "Java's own last words"),
          new Allowed("ResourceExhaustion", "direct buffer memory", "Java's own last words"),
          new Allowed(
              "ResourceExhaustion", "insufficient memory for the Java", "Java's own last words"),
          new Allowed("ResourceExhaustion", "GC overhead limit", "Java's own last words"),
          new Allowed("Pools", "the grader is ending", "a grader that is interrupted is silent"),
          new Allowed("Slurm", "Invalid job id", "Slurm's own words"),
          new Allowed("WorkerMain", "no code of a candidate", "for the author of the grader"),
          new Allowed("Workers", "the grader is ending", "a grader that is interrupted is silent"));

  private record Scanned(String folder, int least) {}

  private record Allowed(String className, String start, String reason) {
    boolean allows(Found found) {
      return found.file().endsWith("/" + className + ".java")
          && found.literal().text().startsWith(start);
    }
  }

  private record Found(String file, JavaLiterals.Literal literal) {
    @Override
    public String toString() {
      return "%s:%s: %s".formatted(file, literal.line(), literal.text());
    }
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(GRADER.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static boolean isForPeople(JavaLiterals.Literal literal) {
    return !literal.inAnnotation()
        && SENTENCE.matcher(literal.text()).find()
        && !FOR_DEVELOPERS.matcher(literal.statement()).find();
  }

  private static List<Found> found() throws IOException {
    List<Found> found = new ArrayList<>();
    for (Scanned scanned : SCANNED) {
      for (Path file : sources(scanned.folder())) {
        String name = GRADER.relativize(file).toString().replace('\\', '/');
        JavaLiterals.in(Files.readString(file)).stream()
            .filter(SentenceLiteralsTest::isForPeople)
            .forEach(literal -> found.add(new Found(name, literal)));
      }
    }
    return found;
  }

  @Test
  void sentencesForPeopleAreInTheCatalogue() throws IOException {
    assertThat(found())
        .as("put the text into grader/findings and throw or return its code")
        .allMatch(found -> ALLOWED.stream().anyMatch(allowed -> allowed.allows(found)));
  }

  @Test
  void everyAllowedLiteralIsThereAndHasAReason() throws IOException {
    List<Found> found = found();
    assertThat(ALLOWED)
        .allSatisfy(allowed -> assertThat(allowed.reason()).isNotBlank())
        .allMatch(allowed -> found.stream().anyMatch(allowed::allows));
  }

  @Test
  void everyFolderIsRead() throws IOException {
    for (Scanned scanned : SCANNED) {
      assertThat(sources(scanned.folder()))
          .as(scanned.folder())
          .hasSizeGreaterThanOrEqualTo(scanned.least());
    }
  }

  private static boolean saysSomething(String source) {
    return JavaLiterals.in(source).stream().anyMatch(SentenceLiteralsTest::isForPeople);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return \"%s is not a file.\";",
        "throw new IOException(\"it ended (\" + code + \") and said nothing more\");",
        "return \"\"\"\n  Grade the answer again.\n  \"\"\";",
        "return \"a link to it\";",
        "@Option(names = \"--x\") private String x = text(\"what is said here\");",
        "char quote = '\"'; return \"nothing was said\";"
      })
  void whatPeopleReadIsFound(String source) {
    assertThat(saysSomething(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalArgumentException(\"a key must have 32 bytes\");",
        "Pattern.compile(\"one two three\");",
        "return \"two words\";",
        "return \"-memory -pids\";",
        "@Command(description = {\"Builds and trains answers.\"})",
        "// \"the grader is ending\"",
        "/* \"the grader is ending\" */",
        "char quote = '\"'; one two three; char end = '\"';",
        "return \"a\\\" one\" + two(three) + \" four\";"
      })
  void whatNobodyReadsIsLeftAlone(String source) {
    assertThat(saysSomething(source)).isFalse();
  }
}
