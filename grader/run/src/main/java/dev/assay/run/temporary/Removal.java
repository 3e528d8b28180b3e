package dev.assay.run.temporary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes a folder with all that is in it, as far as that is possible; links are not followed. */
final class Removal extends SimpleFileVisitor<Path> {
  private final @Nullable Path kept;

  private Removal(@Nullable Path kept) {
    this.kept = kept;
  }

  static void of(Path folder) {
    walk(folder, null);
  }

  /** Keeps the folder itself. */
  static void ofContent(Path folder) {
    walk(folder, folder);
  }

  private static void walk(Path folder, @Nullable Path kept) {
    try {
      Files.walkFileTree(folder, new Removal(kept));
    } catch (IOException e) {
      // The visitor throws none.
      throw new UncheckedIOException(e);
    }
  }

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
    return folder.equals(kept) ? FileVisitResult.CONTINUE : remove(folder);
  }

  private static FileVisitResult remove(Path path) {
    path.toFile().delete();
    return FileVisitResult.CONTINUE;
  }
}
