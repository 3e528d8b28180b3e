package dev.assay.worker;

import dev.assay.protocol.Surroundings;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures this process's {@link Surroundings}: by trying where that is safe, else by reading. */
final class Measurement {
  /**
   * The property that names the files to look for: URIs, which have no blanks, separated by blanks.
   */
  static final String LOOK_FOR = "assay.lookFor";

  private static final Path SELF = Path.of("/proc/self");
  private static final List<String> STATUS =
      List.of("Uid", "NoNewPrivs", "Seccomp", "CapPrm", "CapEff", "CapBnd", "CapAmb");
  private static final Pattern LIMIT = Pattern.compile("(Max [a-z -]+?) {2,}(\\d+) .*");

  private Measurement() {}

  static Surroundings take() throws IOException {
    return new Surroundings(
        namespaces(),
        status(),
        limits(),
        new Surroundings.Reach(
            lookedFor(),
            writable(),
            interfaces(),
            processes(),
            hasTerminal(),
            List.copyOf(new TreeSet<>(System.getenv().keySet()))));
  }

  private static Map<String, String> namespaces() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    Path folder = SELF.resolve("ns");
    if (Files.isDirectory(folder)) {
      for (String kind : List.of("cgroup", "ipc", "mnt", "net", "pid", "user", "uts")) {
        Path link = folder.resolve(kind);
        if (Files.isSymbolicLink(link)) {
          found.put(kind, Files.readSymbolicLink(link).toString());
        }
      }
    }
    return found;
  }

  private static Map<String, String> status() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : lines(SELF.resolve("status"))) {
      String[] parts = line.split(":\\s*", 2);
      if (parts.length == 2 && STATUS.contains(parts[0])) {
        found.put(parts[0], parts[1].strip());
      }
    }
    return found;
  }

  private static Map<String, Long> limits() throws IOException {
    Map<String, Long> found = new LinkedHashMap<>();
    for (String line : lines(SELF.resolve("limits"))) {
      Matcher matcher = LIMIT.matcher(line);
      if (matcher.matches()) {
        found.put(matcher.group(1), Long.valueOf(matcher.group(2)));
      }
    }
    return found;
  }

  private static List<String> lookedFor() {
    return Arrays.stream(System.getProperty(LOOK_FOR, "").split(" ", -1))
        .filter(name -> !name.isEmpty() && Files.isReadable(Path.of(URI.create(name))))
        .toList();
  }

  private static List<String> writable() {
    String home = Objects.requireNonNull(System.getProperty("user.home"));
    String natives = System.getProperty("java.library.path", "");
    return Stream.of(
            "/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/in", "/out", "/app", home, natives, ".")
        .distinct()
        .filter(folder -> !folder.isEmpty() && canCreateIn(Path.of(folder)))
        .toList();
  }

  private static boolean canCreateIn(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "assay", ""));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable List<String> interfaces() throws IOException {
    Path file = SELF.resolve("net/dev");
    return Files.exists(file)
        ? lines(file).stream()
            .filter(line -> line.contains(":"))
            .map(line -> line.substring(0, line.indexOf(':')).strip())
            .toList()
        : null;
  }

  private static @Nullable Integer processes() {
    String[] names = new File("/proc").list((folder, name) -> name.matches("\\d+"));
    return names == null || names.length == 0 ? null : Integer.valueOf(names.length);
  }

  private static boolean hasTerminal() {
    try (FileInputStream terminal = new FileInputStream("/dev/tty")) {
      return terminal.getFD().valid();
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
