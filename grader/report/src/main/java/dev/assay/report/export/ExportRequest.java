package dev.assay.report.export;

import dev.assay.findings.Catalogue;
import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.Gradebook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a writer is given.
 *
 * @param grades the students and problems to write
 * @param into the file of the other tool to fill in; null where there is none
 * @param column the header of the column to fill in; null where the writer is to find it
 * @param sources reads what a student handed in
 * @param surroundings when and where Assay runs
 * @param texts the language of what people read
 */
public record ExportRequest(
    Gradebook grades,
    @Nullable DownloadedFile into,
    @Nullable String column,
    SubmissionSources sources,
    Surroundings surroundings,
    Catalogue texts) {
  public ExportRequest {
    Components.present("grades", grades);
    Components.textOrNull("column", column);
    Components.present("sources", sources);
    Components.present("surroundings", surroundings);
    Components.present("texts", texts);
  }

  /** A request that fills in no file and reads no sources. */
  public static ExportRequest of(Gradebook grades, Catalogue texts) {
    return new ExportRequest(grades, null, null, submission -> List.of(), Surroundings.NONE, texts);
  }

  /** The same request, which fills in a file. */
  public ExportRequest into(DownloadedFile file) {
    return new ExportRequest(grades, file, column, sources, surroundings, texts);
  }

  /** The same request, which fills in the column with this header. */
  public ExportRequest column(String header) {
    return new ExportRequest(grades, into, header, sources, surroundings, texts);
  }

  /** The same request, with what reads the sources. */
  public ExportRequest sources(SubmissionSources reader) {
    return new ExportRequest(grades, into, column, reader, surroundings, texts);
  }

  /** The same request, at another time and place. */
  public ExportRequest surroundings(Surroundings other) {
    return new ExportRequest(grades, into, column, sources, other, texts);
  }

  /** The header that was asked for, where one was. */
  public Optional<String> wantedColumn() {
    return Optional.ofNullable(column);
  }

  /**
   * The file to fill in.
   *
   * @throws IllegalStateException if there is none, which the caller of a writer that needs one
   *     must not allow
   */
  public DownloadedFile file() {
    if (into == null) {
      throw new IllegalStateException("there is no file to fill in");
    }
    return into;
  }
}
