package dev.assay.run.isolation.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child process runs.
 *
 * @param mainClass the class to start
 * @param classPath folders and jars, which it only reads
 * @param natives the folder of TensorFlow's native libraries; null where it needs none
 * @param classes an archive of the classes; null where it starts without one
 * @param limits what it may use
 * @param cpuSeconds that each process may use: more than its wall time allows, for when the grader
 *     is not there any more to end it
 * @param decoys files of the grader that the process must not see; it looks for them
 */
public record Program(
    String mainClass,
    List<Path> classPath,
    @Nullable Path natives,
    @Nullable ClassArchive classes,
    ResourceLimits limits,
    int cpuSeconds,
    List<Path> decoys) {
  public Program {
    classPath = List.copyOf(classPath);
    decoys = List.copyOf(decoys);
  }
}
