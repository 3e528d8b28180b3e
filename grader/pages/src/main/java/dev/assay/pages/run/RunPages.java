package dev.assay.pages.run;

import dev.assay.commons.files.WholeFile;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.pages.Assets;
import dev.assay.pages.PageFrame;
import dev.assay.pages.PageTexts;
import dev.assay.pages.answer.AnswerPage;
import dev.assay.pages.answer.Beside;
import dev.assay.pages.answer.Standing;
import dev.assay.pages.classroom.ClassPage;
import dev.assay.report.GradeReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

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

  private static final String RESULT = "result.json";

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
    return write(report, Standing.UNKNOWN);
  }

  /**
   * Writes the pages of all answers, and that of the class.
   *
   * @return the file of the class's page
   * @throws IOException if one cannot be written
   */
  public Path writeAll(RunContents contents) throws IOException {
    PagesStamp.remove(this);
    writeAssets();
    Standings standings = new Standings(contents, texts);
    for (GradeReport report : contents.reports()) {
      write(contents.whole().apply(report), standings.of(report));
    }
    Assets assets = shared ? new Assets("./" + Assets.FOLDER + "/") : Assets.INLINE;
    PageFrame frame = new PageFrame(texts, title, assets, version, null);
    Path file = folder.resolve(PAGE);
    ClassPage page =
        ClassPage.of(
            contents.shown(),
            contents.reports(),
            contents.entries(),
            contents.notes(),
            contents.similar(),
            texts);
    write(file, Renderer.render(frame, page));
    PagesStamp.write(this);
    return file;
  }

  /** The file of the class's page. */
  public Path home() {
    return folder.resolve(PAGE);
  }

  /**
   * Tells whether the pages that were written last are there, and are those that would be written
   * now.
   *
   * @throws IOException if the run's folder cannot be read
   */
  public boolean areCurrent() throws IOException {
    return shared && PagesStamp.isCurrent(this);
  }

  private Path write(GradeReport report, Standing standing) throws IOException {
    String name =
        texts.say(
            PageCode.PAGE_TITLE, "name", report.submission().id(), "problem", report.problem());
    Assets assets = shared ? new Assets(UP + Assets.FOLDER + "/") : Assets.INLINE;
    PageFrame.Link home =
        new PageFrame.Link(UP + PAGE, texts.say(PageCode.PAGE_CLASS_LINK, "name", title));
    Path file = page(report);
    Beside beside = new ResultFolder(file.resolveSibling(RESULT)).read();
    AnswerPage page = AnswerPage.of(report, beside, standing, texts);
    write(file, Renderer.render(new PageFrame(texts, name, assets, version, home), page));
    return file;
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
    if (!isThere(file, bytes)) {
      WholeFile.write(file, bytes);
    }
  }

  /** Replacing a file costs many times more than reading it. */
  private static boolean isThere(Path file, byte[] bytes) throws IOException {
    return Files.exists(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void write(Path file, String html) throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    if (isThere(file, bytes)) {
      return;
    }
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
