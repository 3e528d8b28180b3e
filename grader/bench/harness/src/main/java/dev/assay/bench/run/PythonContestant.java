package dev.assay.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PyTorch in Python.
 *
 * @param python the interpreter
 * @param script the program
 */
record PythonContestant(String python, Path script) implements Contestant {
  @Override
  public String id() {
    return "pytorch";
  }

  @Override
  public Optional<String> obstacle() {
    try {
      Process probe =
          new ProcessBuilder(python, "-c", "import numpy, torch")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0
          ? Optional.empty()
          : Optional.of(python + " has no torch (Debian: apt-get install python3-torch)");
    } catch (IOException e) {
      return Optional.of("there is no " + python);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while looking for PyTorch", e);
    }
  }

  @Override
  public List<String> command(Path job, int threads) {
    return List.of(python, script.toString(), job.toString());
  }

  @Override
  public Map<String, String> environment(int threads) {
    return Threading.OPENMP.environment(threads);
  }
}
