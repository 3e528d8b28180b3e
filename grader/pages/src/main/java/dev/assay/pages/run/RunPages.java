package dev.assay.pages.run;

import dev.assay.commons.files.WholeFile;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.pages.Assets;
import dev.assay.pages.Hrefs;
import dev.assay.pages.PageFrame;
import dev.assay.pages.PageTexts;
import dev.assay.pages.answer.AnswerPage;
import dev.assay.pages.answer.Attempt;
import dev.assay.pages.classroom.ClassPage;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the pages of a run beside its results.
 *
 * @param folder the run's
 * @param title the class's name
 * @param texts the language
 * @param shared whether the pages share one folder of assets, as those of a class do; otherwise
 *     each contains its own
 * @param version of Assay
 */
public record RunPages(Path folder, String title, PageTexts texts, boolean shared, String version) {
  /** The file of a page. */
  public static final String PAGE = "index.html";

  /** The folder of an answer's page is so deep in the run's. */
  private static final String UP = "../../";

  /**
   * The pages of a run that is called as its folder is.
   *
   * @param many whether there are several submissions, whose pages share their assets
   */
  public static RunPages of(Path folder, boolean many, Catalogue texts, String version) {
    String title = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return new RunPages(folder, title, new PageTexts(texts), many, version);
  }

  /**
   * Writes the pages of all answers and of the class, without a roster.
   *
   * @return the file of the class's page
   * @throws IOException if one cannot be written
   */
  public Path writeAll(RunResults results) throws IOException {
    return writeAll(results.reports(), results.gradebook(title), results.entries());
  }

  /**
   * Returns the file of an answer's page.
   *
   * @param report the answer's result
   */
  public Path page(GradeReport report) {
    return folder.resolve(report.submission().id()).resolve(report.problem()).resolve(PAGE);
  }

  /**
   * Writes the page of an answer, whose folder must exist.
   *
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path write(GradeReport report) throws IOException {
    writeAssets();
    return write(report, List.of());
  }

  /**
   * Writes the pages of all answers, and that of the class.
   *
   * @param reports the results, each of which has a folder in the run's
   * @param book the grades that are made of them
   * @param entries what became of all that was handed in
   * @return the file of the class's page
   * @throws IOException if one cannot be written
   */
  public Path writeAll(List<GradeReport> reports, Gradebook book, Entries entries)
      throws IOException {
    writeAssets();
    Map<String, List<String>> attempts = new HashMap<>();
    for (GradebookRow row : book.rows()) {
      row.submissions().forEach(submission -> attempts.put(submission, row.submissions()));
    }
    for (GradeReport report : reports) {
      List<String> ids = attempts.getOrDefault(report.submission().id(), List.of());
      write(report, attempts(report, ids, reports));
    }
    Assets assets = shared ? new Assets("./" + Assets.FOLDER + "/") : Assets.INLINE;
    PageFrame frame = new PageFrame(texts, title, assets, version, null);
    Path file = folder.resolve(PAGE);
    write(file, Renderer.render(frame, ClassPage.of(book, entries, texts)));
    return file;
  }

  private Path write(GradeReport report, List<Attempt> attempts) throws IOException {
    String name =
        texts.say(
            PageCode.PAGE_TITLE, "name", report.submission().id(), "problem", report.problem());
    Assets assets = shared ? new Assets(UP + Assets.FOLDER + "/") : Assets.INLINE;
    PageFrame.Link home =
        new PageFrame.Link(UP + PAGE, texts.say(PageCode.PAGE_CLASS_LINK, "name", title));
    Path file = page(report);
    ResultFolder results = new ResultFolder(file.resolveSibling(RunResults.RESULT));
    AnswerPage page = AnswerPage.of(report, results.read(), attempts, texts);
    write(file, Renderer.render(new PageFrame(texts, name, assets, version, home), page));
    return file;
  }

  private static List<Attempt> attempts(
      GradeReport report, List<String> ids, List<GradeReport> reports) {
    return ids.stream()
        .flatMap(
            id ->
                reports.stream()
                    .filter(other -> other.submission().id().equals(id))
                    .filter(other -> other.problem().equals(report.problem())))
        .map(other -> new Attempt(other, null, href(report, other)))
        .toList();
  }

  private static @Nullable String href(GradeReport from, GradeReport to) {
    return from == to ? null : UP + Hrefs.of(to.submission().id(), to.problem(), PAGE).substring(2);
  }

  private void writeAssets() throws IOException {
    if (!shared) {
      return;
    }
    Path assets = Files.createDirectories(folder.resolve(Assets.FOLDER));
    writeOnce(assets.resolve(Assets.STYLE_FILE), Assets.INLINE.style());
    writeOnce(assets.resolve(Assets.SCRIPT_FILE), Assets.INLINE.script());
  }

  private static void writeOnce(Path file, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      WholeFile.write(file, bytes);
    }
  }

  private static void write(Path file, String html) throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    // A page can be made again, and a class has hundreds: no wait for the disk.
    WholeFile.writeUnforced(
        file,
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
  }
}
