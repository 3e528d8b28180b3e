package dev.assay.run.candidate;

import dev.assay.protocol.Job;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A private folder in which a submission's sources lie for the compiler, under names of our own
 * ({@code 0.java}, {@code 1.java}, ...) and in UTF-8: a candidate's file names need not be valid
 * where the compiler runs.
 *
 * @param scratch the folder, removed at the end
 * @param names what the candidate calls the files, in the order of their numbers
 */
record StagedSources(PrivateFolder scratch, List<String> names) implements AutoCloseable {
  /**
   * Writes a submission's sources.
   *
   * @throws IOException when the temporary folder cannot be written
   */
  static StagedSources of(Submission submission) throws IOException {
    PrivateFolder scratch = PrivateFolder.create("sources");
    try {
      int number = 0;
      for (SourceText source : submission.sources()) {
        Path file = scratch.path().resolve(Job.Compile.file(number));
        Files.writeString(file, source.text(), StandardCharsets.UTF_8);
        number++;
      }
      return new StagedSources(scratch, submission.names());
    } catch (IOException e) {
      scratch.close();
      throw e;
    }
  }

  Path folder() {
    return scratch.path();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
