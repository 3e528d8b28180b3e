package dev.assay.run.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process and all its descendants use together, as Linux tells it.
 *
 * @param bytes of memory that belongs to no file
 * @param threads of all
 */
record ProcessTree(long bytes, int threads) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Looks; empty where the system does not tell, or the process is gone. */
  static Optional<ProcessTree> of(long root) {
    long bytes = 0;
    int threads = 0;
    Set<Long> seen = new HashSet<>();
    Deque<Long> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      long process = open.remove();
      if (seen.add(process)) {
        Path folder = Path.of("/proc", Long.toString(process));
        Status status = Status.read(folder.resolve("status"));
        bytes += status.bytes();
        threads += status.threads();
        addChildren(folder.resolve("task"), open);
      }
    }
    return bytes == 0 ? Optional.empty() : Optional.of(new ProcessTree(bytes, threads));
  }

  private static void addChildren(Path tasks, Deque<Long> open) {
    String[] threads = tasks.toFile().list();
    for (String thread : threads == null ? new String[0] : threads) {
      String children = content(tasks.resolve(thread).resolve("children"));
      for (Matcher matcher = NUMBER.matcher(children); matcher.find(); ) {
        open.add(Long.valueOf(matcher.group()));
      }
    }
  }

  /** A process may end at any moment: one that is gone uses nothing. */
  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private record Status(long bytes, int threads) {
    static Status read(Path file) {
      String text = content(file);
      long kibibytes = value(text, "RssAnon:") + value(text, "RssShmem:");
      return new Status(kibibytes << 10, Math.toIntExact(value(text, "Threads:")));
    }

    private static long value(String text, String key) {
      int at = text.indexOf(key);
      Matcher matcher = NUMBER.matcher(text);
      return at >= 0 && matcher.find(at) ? Long.parseLong(matcher.group()) : 0;
    }
  }
}
