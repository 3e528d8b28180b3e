package dev.assay.cli.exam;

import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.commons.files.WholeFile;
import dev.assay.pages.exam.ExamPage;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.json.ExamJson;
import dev.assay.report.text.ExamTable;
import dev.assay.run.grading.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of an exam as files in its folder.
 *
 * @param folder of the exam
 */
record ReportFiles(Path folder, Streams streams) {
  private static final int WIDTH = 100;

  /**
   * Writes them.
   *
   * @param history the results of all exams that ended, the oldest first
   * @return their names as people read them
   */
  List<String> write(ExamResult result, List<ExamResult> history) throws IOException {
    List<String> lines = ExamTable.render(result, streams.texts(), WIDTH);
    List<String> written = new ArrayList<>();
    written.add(write("report.txt", String.join("\n", lines) + "\n"));
    written.add(write("report.json", ExamJson.of(result, streams.texts())));
    written.add(
        write("report.html", ExamPage.of(result, history, streams.texts()).html(Version.ASSAY)));
    return written;
  }

  private String write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    WholeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    return ShownPaths.shown(file);
  }
}
