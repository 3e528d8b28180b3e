package dev.assay.cli.report;

import dev.assay.batch.results.RunReading;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.pages.run.RunContents;
import dev.assay.pages.run.RunPages;
import dev.assay.run.grading.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the pages of a run again, from its results alone. */
public final class PagesOfRun {
  private PagesOfRun() {}

  /**
   * Writes the page of each answer and, of a class, the page of the class.
   *
   * @param folder the run's
   * @param texts the language
   * @return the line that names the page to open; empty where there is no result yet
   * @throws IOException if a result cannot be read, or a page cannot be written
   */
  public static Optional<String> write(Path folder, Catalogue texts) throws IOException {
    RunContents contents = ClassContents.of(new RunReading(folder.toRealPath()));
    if (contents.reports().isEmpty()) {
      return Optional.empty();
    }
    Path page = RunPages.of(folder, contents.isClass(), texts, Version.ASSAY).writeAll(contents);
    return Optional.of(texts.say(PageCode.PAGE_WRITTEN, "file", ShownPaths.shown(page)));
  }
}
