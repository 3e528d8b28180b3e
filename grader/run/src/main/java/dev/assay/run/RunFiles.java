package dev.assay.run;

import dev.assay.worker.protocol.Job;
import java.nio.file.Path;

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

  Job.ModelFiles modelFiles() {
    return new Job.ModelFiles(graph().toString(), model().toString());
  }
}
