package dev.assay.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A library in the user's own Python.
 *
 * @param id how the command line and the table name it
 * @param python the interpreter
 * @param script the program
 * @param mode what the script is told before the job; empty for nothing
 * @param modules that it imports, which Python's packages are named after
 */
record PythonContestant(String id, String python, Path script, String mode, List<String> modules)
    implements Contestant {
  PythonContestant {
    modules = List.copyOf(modules);
  }

  @Override
  public Optional<String> obstacle() {
    try {
      for (String module : modules) {
        // Finding does not import: TensorFlow alone takes seconds to load.
        String code =
            "import importlib.util as u, sys; sys.exit(u.find_spec('%s') is None)"
                .formatted(module);
        Process probe =
            new ProcessBuilder(python, "-c", code)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (probe.waitFor() != 0) {
          return Optional.of("%s has no %s".formatted(python, module));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("there is no " + python);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while looking for " + modules, e);
    }
  }

  @Override
  public List<String> command(Path job, int threads) {
    List<String> command =
        new ArrayList<>(
            Threading.PINNED.prefix(threads, Runtime.getRuntime().availableProcessors()));
    command.add(python);
    command.add(script.toString());
    if (!mode.isEmpty()) {
      command.add(mode);
    }
    command.add(job.toString());
    return command;
  }

  /** TensorFlow and JAX count the cores that they may use; PyTorch reads OpenMP's environment. */
  @Override
  public Map<String, String> environment(int threads) {
    Map<String, String> environment = new HashMap<>(Threading.OPENMP.environment(threads));
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    return environment;
  }
}
