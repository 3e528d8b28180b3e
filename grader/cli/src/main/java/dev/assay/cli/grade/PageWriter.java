package dev.assay.cli.grade;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.report.ClassContents;
import dev.assay.cli.similarity.RunSimilarity;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.findings.SentenceException;
import dev.assay.pages.run.RunPages;
import dev.assay.report.GradeReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes pages while a batch goes on. A grade does without a page: one that cannot be written is
 * told, and nothing else comes of it.
 *
 * @param pages of the run
 * @param reading of the run's folder, once everything is graded
 * @param texts the language
 */
record PageWriter(RunPages pages, RunReading reading, Catalogue texts) {
  /** Writes the page of an answer. */
  Optional<Path> write(GradeReport report, Consumer<String> complaints) {
    return write(report.submission().id(), () -> pages.write(report), complaints);
  }

  /** The place of the page of an answer, which is written with all others at the end. */
  Path place(GradeReport report) {
    return pages.page(report);
  }

  /**
   * Writes the page of the class, and those of all answers with what became of their points; none
   * where they are there and nothing has changed that they are made from.
   *
   * @param compare whether answers are new and are to be compared first
   */
  Optional<Path> writeAll(boolean compare, Consumer<String> complaints) {
    return write(pages.title(), () -> writeAll(compare), complaints);
  }

  private Path writeAll(boolean compare) throws IOException {
    if (compare) {
      RunSimilarity.keep(new BatchFolder(pages.folder()), reading);
    } else if (pages.areCurrent()) {
      return pages.home();
    }
    return pages.writeAll(ClassContents.of(reading));
  }

  private Optional<Path> write(String name, Writing writing, Consumer<String> complaints) {
    try {
      return Optional.of(writing.write());
    } catch (IOException e) {
      complaints.accept(
          texts.say(PageCode.PAGE_NOT_WRITTEN, "name", name, "reason", SentenceException.of(e)));
      return Optional.empty();
    }
  }

  /** Writes a page. */
  private interface Writing {
    Path write() throws IOException;
  }
}
