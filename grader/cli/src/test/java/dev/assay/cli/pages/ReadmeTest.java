package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * README.md is executed, as is the one in Korean: its transcript is that of a run, its answer
 * passes.
 */
class ReadmeTest {
  private static final String PAGE = "README.md";
  private static final String COMMAND = "grade --problem binary-classification";
  private static final int MOST_LINES = 150;
  private static final int MOST_LINES_OF_THE_CLASS = 16;

  @TempDir private Path folder;

  @Test
  void theReadmeIsShort() throws IOException {
    Path readme = Path.of(System.getProperty("assay.home"), PAGE);
    assertThat(Files.readAllLines(readme)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  /** The numbers of a training differ a little between machines, its times much. */
  @ParameterizedTest
  @CsvSource({"README.md, ''", "grader/docs/ko/README.md, ' --lang ko'"})
  void theTranscriptIsThatOfARun(String page, String language) throws IOException {
    String command = COMMAND + language;
    List<String> transcripts = Snippets.ofPage(page).outputsOf("./assay " + command);
    assertThat(transcripts).hasSize(1);
    Object[] words = (command + " --out " + folder.resolve("out")).split(" ");
    Run run = Run.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    List<String> shown = transcripts.get(0).lines().toList();
    int gap = shown.indexOf("  ...");
    List<String> real = run.out().lines().toList();
    assertAlike(shown.subList(0, gap), real.subList(0, gap));
    int after = shown.size() - gap - 1;
    assertAlike(
        shown.subList(gap + 1, shown.size()), real.subList(real.size() - after, real.size()));
  }

  private static void assertAlike(List<String> shown, List<String> real) {
    for (int i = 0; i < shown.size(); i++) {
      assertThat(words(shown.get(i))).as("line of README.md").isEqualTo(words(real.get(i)));
      assertThat(decimals(shown.get(i)))
          .as(real.get(i))
          .usingElementComparator((a, b) -> Math.abs(a - b) < 0.02 ? 0 : Double.compare(a, b))
          .isEqualTo(decimals(real.get(i)));
    }
  }

  /** Without times, numbers, paths, spaces, and the mark of the best epoch so far. */
  private static String words(String line) {
    return line.replaceFirst(
            "((?:Reports|결과|Page|페이지): ).*|\\S+(?:result\\.json|index\\.html)$", "$1")
        .replaceFirst(" +\\* (?:best, saved|최고, 저장됨)$", "")
        .replaceAll("(\\d+ min )?[\\d.]+ s\\b|(\\d+분 )?[\\d.]+초|[\\d,.]+|\\s+", "");
  }

  /** Losses and accuracies. */
  private static List<Double> decimals(String line) {
    return Pattern.compile("\\b\\d\\.\\d{4}\\b")
        .matcher(line)
        .results()
        .map(match -> Double.valueOf(match.group()))
        .toList();
  }

  @Test
  @Tag("exhaustive")
  void theAnswerIsShortAndPasses() throws IOException {
    List<String> answers = Snippets.ofPage(PAGE).answers();
    assertThat(answers).as("Java blocks with @Answers in README.md").hasSize(1);
    String answer = answers.get(0);
    assertThat(answer.substring(answer.indexOf("@Answers")).lines())
        .hasSizeLessThanOrEqualTo(MOST_LINES_OF_THE_CLASS);
    Path submission = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(submission.resolve(Snippets.fileName(answer)), answer);
    Run run = Run.of("grade", submission, "--out", folder.resolve("out"));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }
}
