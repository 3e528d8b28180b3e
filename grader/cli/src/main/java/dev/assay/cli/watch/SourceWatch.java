package dev.assay.cli.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until Java files or zips under some paths change.
 *
 * <p>The system's messages only wake it up; whether something changed, a look at sizes and times
 * decides. So it works, a second later, where there are no messages: on network drives, in folders
 * that are shared with a virtual machine, or where the user's watches are used up.
 */
final class SourceWatch implements Closeable {
  /** The longest time between two looks. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** An editor writes a file in several steps; after this time without another one it is done. */
  private static final Duration QUIET = Duration.ofMillis(150);

  private static final int DEPTH = 32;

  /** More than that are no sources of one answer, and looking at them would take long. */
  private static final int MOST = 10_000;

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private record Stamp(long size, FileTime modified) {}

  private final List<Path> paths;
  private final @Nullable WatchService service;
  private Map<Path, Stamp> known = Map.of();

  private SourceWatch(List<Path> paths, @Nullable WatchService service) {
    this.paths = List.copyOf(paths);
    this.service = service;
  }

  /** A watch of some files and folders that hears of changes where the system tells of them. */
  static SourceWatch of(List<Path> paths) {
    try {
      return new SourceWatch(paths, FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException e) {
      return polling(paths);
    }
  }

  /** A watch that only looks. */
  static SourceWatch polling(List<Path> paths) {
    return new SourceWatch(paths, null);
  }

  /** Takes what is there now as known. */
  void look() {
    known = found();
  }

  /** Returns whether something differs from what is known. */
  boolean differs() {
    return !found().equals(known);
  }

  /** Waits until something differs from what is known, and has done so for a moment. */
  void await() throws InterruptedException {
    while (!differs()) {
      pause();
    }
    Map<Path, Stamp> before;
    Map<Path, Stamp> now = found();
    do {
      TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
      before = now;
      now = found();
    } while (!now.equals(before));
  }

  private void pause() throws InterruptedException {
    if (service == null) {
      TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
      return;
    }
    WatchKey key = service.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.poll();
    }
  }

  private Map<Path, Stamp> found() {
    Map<Path, Stamp> files = new HashMap<>();
    for (Path path : paths) {
      try {
        if (!Files.isDirectory(path)) {
          hear(path.toAbsolutePath().getParent());
        }
        Files.walkFileTree(
            path, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Visitor(files, path));
      } catch (IOException e) {
        // The visitor throws none.
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private void hear(@Nullable Path folder) {
    if (service != null && folder != null) {
      try {
        folder.register(service, KINDS);
      } catch (IOException e) {
        // Without messages, looking must do.
        return;
      }
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> files;
    private final Path root;

    Visitor(Map<Path, Stamp> files, Path root) {
      this.files = files;
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
      if (hidden) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      hear(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (file.equals(root) || name.endsWith(".java") || name.endsWith(".zip")) {
        files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
      }
      return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // It is gone, or cannot be read: as if it were not there.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.close();
    }
  }
}
