package dev.assay.run.processes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** An empty private folder in the temporary one, removed with all that is left in it. */
public record ScratchFolder(Path path) implements AutoCloseable {
  /** Makes one in the temporary folder. */
  public static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("assay-worker-").toRealPath());
  }

  /** What a candidate's code made undeletable stays: no grading is worth less for it. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(path, new Remover());
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return remove(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return remove(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return remove(folder);
    }

    private static FileVisitResult remove(Path path) {
      path.toFile().delete();
      return FileVisitResult.CONTINUE;
    }
  }
}
