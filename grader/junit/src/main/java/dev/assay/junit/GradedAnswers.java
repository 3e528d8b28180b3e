package dev.assay.junit;

import dev.assay.batch.Assignments;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Answers to be graded by a {@code TestFactory}, as {@code assay grade} grades them.
 *
 * <p>Each answer is a container named after its problem, with a test for each step of its grading:
 * it compiles, builds, keeps the contract, trains, reloads, reaches the threshold. A step fails if
 * the answer does; the failure's text is what {@code assay grade} shows. It ends with an error that
 * is no {@link AssertionError} if the grader failed. The steps after it are skipped. Where several
 * submissions are graded, each is a container of its answers.
 *
 * <p>Example:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> answers() {
 *   return GradedAnswers.of(Path.of("src/main/java")).tests();
 * }
 * }</pre>
 */
public final class GradedAnswers {
  private final GradingRequest request;

  private GradedAnswers(GradingRequest request) {
    this.request = request;
  }

  /**
   * The answers at some paths.
   *
   * @param paths at least one; each is a Java file, a folder or zip of Java sources, or a folder or
   *     zip of such folders (a class); relative ones begin at the tests' working folder, which is
   *     the project's
   * @throws IllegalArgumentException if there is no path
   */
  public static GradedAnswers of(Path... paths) {
    if (paths.length == 0) {
      throw new IllegalArgumentException("paths must name at least one answer. Received: none");
    }
    return of(List.of(paths));
  }

  /**
   * The answers in the folders that lie directly in a folder, each of which is one candidate's;
   * folders without a Java file, {@code src} and folders of tools are left out.
   *
   * @param folder such as {@code solutions} in Assay's repository
   * @throws GraderErrorException if the folder cannot be read, or no folder in it has a Java file
   */
  public static GradedAnswers ofFoldersIn(Path folder) {
    Catalogue texts = TestLanguage.current();
    try {
      List<Path> found = CandidateFolders.in(folder);
      if (found.isEmpty()) {
        throw new GraderErrorException(
            Sentence.of(TerminalCode.TEST_NO_ANSWER, "folder", folder.toAbsolutePath().toString())
                .text(texts),
            null);
      }
      return of(found);
    } catch (IOException e) {
      throw new GraderErrorException(
          Sentence.of(TerminalCode.TEST_NO_ANSWER, "folder", folder.toAbsolutePath().toString())
              .text(texts),
          e);
    }
  }

  private static GradedAnswers of(List<Path> paths) {
    return new GradedAnswers(
        new GradingRequest(paths, List.of(), Assignments.AUTO, 1, null, TestLanguage.current()));
  }

  /**
   * The answers to these problems only; a submission without an answer to one of them fails.
   *
   * @param ids as {@code assay list} shows them; default: every problem with an answer
   */
  public GradedAnswers problems(String... ids) {
    return new GradedAnswers(request.problems(List.of(ids)));
  }

  /**
   * The same, graded on another data variant.
   *
   * @param variant such as "embedded" or "full"; default "auto": the full data if it has been
   *     downloaded, otherwise the embedded
   */
  public GradedAnswers data(String variant) {
    return new GradedAnswers(request.data(variant));
  }

  /**
   * The same, several submissions at a time.
   *
   * @param count positive; default 1
   * @throws IllegalArgumentException if it is not
   */
  public GradedAnswers jobs(int count) {
    return new GradedAnswers(request.jobs(count));
  }

  /**
   * The same, with results in another place.
   *
   * @param folder gets a folder for each run; default {@code target/assay}, or {@code build/assay}
   *     in a Gradle project
   */
  public GradedAnswers reports(Path folder) {
    return new GradedAnswers(request.reports(folder));
  }

  /**
   * The same, in another language.
   *
   * @param locale English or Korean; default: the environment's
   */
  public GradedAnswers language(Locale locale) {
    return new GradedAnswers(request.texts(Catalogue.of(locale)));
  }

  /**
   * Begins to grade and returns the tests, which wait for it.
   *
   * @return to be returned by the factory; closing it ends what still runs
   * @throws GraderErrorException if the grader cannot begin: there is no such path, problem or
   *     data, or a part of Assay is missing
   */
  public Stream<DynamicNode> tests() {
    AnswerBatch batch = AnswerBatch.start(request);
    return new AnswerTree(batch.progress(), request.texts()).nodes().onClose(batch::close);
  }
}
