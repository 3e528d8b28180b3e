package dev.assay.batch.results;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.Outlines;
import dev.assay.report.gradebook.building.HandedInWork;
import dev.assay.report.json.JsonReports;
import dev.assay.run.Grader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All results in a run's folder, whoever wrote them when.
 *
 * @param work each submission of which there is a result or an entry, sorted by id; of the results
 *     the {@linkplain GradeReport#outline outlines}
 * @param notes a sentence for each file that cannot be read
 */
public record RunResults(List<HandedInWork> work, List<Sentence> notes) {
  private static final String RESULT = "result.json";

  public RunResults {
    work = List.copyOf(work);
    notes = List.copyOf(notes);
  }

  /**
   * Reads a folder. A result that cannot be read is told, and its submission waits for another.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static RunResults read(Path folder) throws IOException {
    Reading reading = new Reading(folder);
    reading.readEntries();
    reading.readFolders();
    return new RunResults(reading.work(), reading.notes);
  }

  /** The outlines of all results, sorted by submission and problem. */
  public List<GradeReport> reports() {
    return work.stream().flatMap(each -> each.reports().stream()).toList();
  }

  /** A folder that is being read. */
  private static final class Reading {
    private final Path folder;
    private final List<Sentence> notes = new ArrayList<>();
    private final Map<String, List<GradeReport>> reports = new TreeMap<>();
    private final Map<String, List<String>> entries = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Outlines outlines = new Outlines();

    Reading(Path folder) {
      this.folder = folder;
    }

    void readEntries() {
      Path file = folder.resolve("entries.json");
      if (!Files.exists(file)) {
        return;
      }
      try {
        for (Entries.Entry entry : JsonReports.readEntries(file).list()) {
          String id = entry.submission();
          if (id != null) {
            reports.putIfAbsent(id, new ArrayList<>());
            entries.computeIfAbsent(id, key -> new ArrayList<>()).add(entry.name());
            if (entry.handedIn() != null) {
              times.put(id, entry.handedIn());
            }
          }
        }
      } catch (IOException e) {
        notes.add(SentenceException.of(e));
      }
    }

    void readFolders() throws IOException {
      for (Path submission : folders(folder)) {
        for (Path problem : folders(submission)) {
          Path file = problem.resolve(RESULT);
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            read(file, name(submission), name(problem));
          }
        }
      }
    }

    private void read(Path file, String submission, String problem) {
      List<GradeReport> own = reports.computeIfAbsent(submission, key -> new ArrayList<>());
      try {
        GradeReport report = JsonReports.read(file);
        if (report.submission().id().equals(submission) && report.problem().equals(problem)) {
          own.add(outlines.of(report));
          return;
        }
        notes.add(
            Sentence.of(
                NoteCode.RESULT_OF_ANOTHER,
                "file",
                file.toString(),
                "submission",
                report.submission().id(),
                "problem",
                report.problem()));
      } catch (IOException e) {
        notes.add(SentenceException.of(e));
      }
      unreadable.add(submission);
    }

    List<HandedInWork> work() {
      Set<String> problems = new TreeSet<>();
      reports.values().forEach(list -> list.forEach(report -> problems.add(report.problem())));
      List<HandedInWork> work = new ArrayList<>();
      reports.forEach(
          (id, list) ->
              work.add(
                  new HandedInWork(
                      id,
                      entries.getOrDefault(id, List.of()),
                      times.get(id),
                      list,
                      list.isEmpty() || unreadable.contains(id) || waits(id, list, problems))));
      return work;
    }

    /** Tells whether it answers a problem that others were graded on, and has no result of it. */
    private boolean waits(String id, List<GradeReport> list, Set<String> problems) {
      List<String> graded = list.stream().map(GradeReport::problem).toList();
      return Grader.answered(folder.resolve(id)).stream()
          .anyMatch(problem -> problems.contains(problem) && !graded.contains(problem));
    }

    private static List<Path> folders(Path folder) throws IOException {
      try (Stream<Path> list = Files.list(folder)) {
        return list.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
            .filter(path -> !name(path).startsWith("."))
            .sorted()
            .toList();
      }
    }

    private static String name(Path path) {
      return Objects.requireNonNull(path.getFileName()).toString();
    }
  }
}
