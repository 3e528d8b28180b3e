package dev.assay.run;

import dev.assay.worker.protocol.Job;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of one grading, in its folder of the run. */
record RunFiles(Path folder) {
  Path graph() {
    return folder.resolve("model.pb");
  }

  Path model() {
    return folder.resolve("model.json");
  }

  Path weights() {
    return folder.resolve("weights.safetensors");
  }

  Path predictions() {
    return folder.resolve("predictions.npy");
  }

  /** What the candidate's code printed. */
  Path buildLog() {
    return folder.resolve("build.log");
  }

  /** What our own workers printed. */
  Path workerLog() {
    return folder.resolve("worker.log");
  }

  Path result() {
    return folder.resolve("result.json");
  }

  /** A file that a callback asks for by its plain name. */
  Path named(String filename) {
    return folder.resolve(filename);
  }

  /** Whether the grader writes a file of that name itself; some file systems ignore case. */
  static boolean taken(String filename) {
    RunFiles files = new RunFiles(Path.of(""));
    return Stream.of(
            files.graph(),
            files.model(),
            files.weights(),
            files.predictions(),
            files.buildLog(),
            files.workerLog(),
            files.result())
        .anyMatch(file -> file.getFileName().toString().equalsIgnoreCase(filename));
  }

  Job.ModelFiles modelFiles() {
    return new Job.ModelFiles(graph().toString(), model().toString());
  }
}
