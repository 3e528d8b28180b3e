package dev.assay.report.export;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats that there are, by their names. */
public final class ReportWriters {
  private final TreeMap<String, ReportWriter> byFormat = new TreeMap<>();

  /**
   * Takes writers.
   *
   * @throws IllegalArgumentException if two have the same name, or one's is not in lower case
   */
  ReportWriters(Iterable<ReportWriter> writers) {
    for (ReportWriter writer : writers) {
      String format = writer.format();
      if (!format.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "a format must be lower-case words joined by hyphens. Received: " + format);
      }
      if (byFormat.put(format, writer) != null) {
        throw new IllegalArgumentException("two writers have the format " + format);
      }
    }
  }

  /** Finds the writers on the class path. */
  public static ReportWriters load() {
    return new ReportWriters(
        ServiceLoader.load(ReportWriter.class, ReportWriter.class.getClassLoader()));
  }

  /** Returns the names of the formats, sorted. */
  public List<String> formats() {
    return List.copyOf(byFormat.keySet());
  }

  /** Returns all writers, by the names of their formats. */
  public Collection<ReportWriter> all() {
    return byFormat.values();
  }

  /** Returns the writer of a format, in whatever case its name is given; empty where none is. */
  public Optional<ReportWriter> of(String format) {
    return Optional.ofNullable(byFormat.get(format.toLowerCase(Locale.ROOT)));
  }
}
