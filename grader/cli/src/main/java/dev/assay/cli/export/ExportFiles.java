package dev.assay.cli.export;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.commons.files.WholeFile;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriter.Shape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts exports where they belong: files, standard output, the web page of a build server. */
final class ExportFiles {
  /** Names the file to which GitHub's runner wants a step's summary to be added. */
  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  private final Streams streams;
  private final Map<String, String> environment;

  /**
   * A place for exports.
   *
   * @param environment variables of the build server
   */
  ExportFiles(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
  }

  /**
   * Writes an export.
   *
   * @param out a file or a folder; null for standard output
   * @param option the option that chooses it, for messages
   * @throws ExportException if there are several files and no folder for them, or a file cannot be
   *     written
   */
  void write(ReportWriter writer, Export export, int students, @Nullable Path out, String option)
      throws IOException {
    if (out != null) {
      Path written = toDisk(export, out, option);
      say(
          isDevice(out) ? streams.err() : streams.out(),
          ExportCode.EXPORT_WRITTEN,
          "format",
          writer.format(),
          "students",
          students,
          "file",
          ShownPaths.shown(written));
    } else if (writer.shape() == Shape.WORKFLOW) {
      toWorkflow(export);
    } else if (export.files().size() == 1 && writer.shape() != Shape.FOLDER) {
      print(export.files().get(0));
    } else {
      throw ExportException.of(ExportCode.EXPORT_NEEDS_FOLDER, "format", writer.format());
    }
    export.notes().forEach(this::complain);
  }

  /** Tells people of something on the stream of errors. */
  void complain(Sentence sentence) {
    streams.err().println("assay: " + Screen.harmless(sentence.text(streams.texts())));
  }

  private void say(PrintStream stream, ExportCode code, Object... pairs) {
    stream.println(Screen.harmless(streams.texts().say(code, pairs)));
  }

  private Path toDisk(Export export, Path out, String option) throws IOException {
    boolean single = export.files().size() == 1;
    Path written = out;
    for (ExportedFile file : export.files()) {
      written = single && !Files.isDirectory(out) ? out : out.resolve(file.name());
      try {
        write(written, file.bytes());
      } catch (IOException e) {
        throw ExportException.of(
            ExportCode.EXPORT_NOT_WRITTEN,
            "file",
            ShownPaths.shown(written),
            "reason",
            Reasons.of(e),
            "option",
            option);
      }
    }
    return single ? written : out;
  }

  /** Replaces a file as a whole; what is no file, such as a pipe, gets the bytes at its end. */
  private static void write(Path file, byte[] bytes) throws IOException {
    if (isDevice(file)) {
      Files.write(file, bytes, StandardOpenOption.APPEND);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    WholeFile.write(file, bytes);
  }

  private static boolean isDevice(Path file) {
    boolean other = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return other || file.toAbsolutePath().startsWith("/dev");
  }

  /** Prints the commands, which come first, and adds the page to the step's summary. */
  private void toWorkflow(Export export) throws IOException {
    print(export.files().get(0));
    String summary = environment.getOrDefault(STEP_SUMMARY, "");
    if (!summary.isEmpty() && export.files().size() > 1) {
      Files.write(
          Path.of(summary),
          export.files().get(1).bytes(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Prints the bytes as they are; the stream would encode them anew. */
  private void print(ExportedFile file) {
    byte[] bytes = file.bytes();
    streams.out().write(bytes, 0, bytes.length);
    streams.out().flush();
  }
}
