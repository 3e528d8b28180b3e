package dev.assay.cli.similarity;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.HandedIn;
import dev.assay.batch.results.RunReading;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.building.HandedInWork;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.answers.ComparedFile;
import dev.assay.similarity.answers.ComparedModel;
import dev.assay.similarity.models.ModelDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of a run with the sources that were graded.
 *
 * @param answers each submission with a result, sorted by id
 * @param missing ids of those whose sources were not found
 */
record ClassSources(List<ComparedAnswer> answers, List<String> missing) {
  /** The file in a run's folder that holds what its answers share. */
  static Path file(Path folder) {
    return folder.resolve("similarity.json");
  }

  /**
   * Reads a run's folder, and the sources again from where they were handed in. Only sources that
   * are what was graded are taken.
   *
   * @param paths what was graded; none to look where the results say
   * @throws SubmissionException if there is nothing at one of the paths
   */
  static ClassSources read(BatchFolder folder, RunReading reading, List<Path> paths)
      throws IOException, SubmissionException {
    List<HandedInWork> work =
        reading.results().work().stream().filter(each -> !each.reports().isEmpty()).toList();
    Map<String, Submission> sources = sources(paths.isEmpty() ? origins(work) : paths);
    Map<String, String> authors = authors(reading);
    List<ComparedAnswer> answers = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (HandedInWork each : work) {
      String id = each.submission();
      String digest = each.reports().get(0).submission().digest();
      Submission own = sources.getOrDefault(id + " " + digest, sources.get(digest));
      if (own == null) {
        missing.add(id);
      }
      List<ComparedFile> files = own == null ? List.of() : HandedOutCode.files(own);
      String author = authors.getOrDefault(id, id);
      answers.add(new ComparedAnswer(id, author, files, models(folder, each)));
    }
    return new ClassSources(answers, missing);
  }

  /** Sources by the submission's id and digest, and by the digest alone. */
  private static Map<String, Submission> sources(Iterable<Path> paths)
      throws IOException, SubmissionException {
    Map<String, Submission> found = new HashMap<>();
    for (Path path : paths) {
      for (HandIn handIn : HandedIn.find(List.of(path)).submissions()) {
        Submission read = handIn.read();
        if (read.unreadable() == null) {
          Submission first = found.computeIfAbsent(read.digest(), digest -> read);
          boolean same = first.sources().equals(read.sources());
          found.put(read.id() + " " + read.digest(), same ? first : read);
        }
      }
    }
    return found;
  }

  /** The files and folders that the results name, as far as they still exist. */
  private static Set<Path> origins(List<HandedInWork> work) {
    Set<Path> origins = new LinkedHashSet<>();
    for (HandedInWork each : work) {
      String origin = each.reports().get(0).submission().origin();
      Path path = RawPaths.of(origin);
      Path parent = path.getParent();
      if (Files.exists(path)) {
        origins.add(path);
      } else if (parent != null && origin.contains(", ") && Files.exists(parent)) {
        origins.add(parent); // several files of one student
      } else {
        while (parent != null && !Files.exists(parent)) {
          parent = parent.getParent();
        }
        if (parent != null && Files.isRegularFile(parent)) {
          origins.add(parent); // an archive of a class
        }
      }
    }
    return origins;
  }

  private static Map<String, String> authors(RunReading reading) throws IOException {
    Map<String, String> authors = new HashMap<>();
    reading
        .grades()
        .gradebook()
        .rows()
        .forEach(
            row -> row.submissions().forEach(id -> authors.put(id, "row " + row.submissions())));
    return authors;
  }

  private static List<ComparedModel> models(BatchFolder folder, HandedInWork work) {
    return work.reports().stream()
        .map(GradeReport::problem)
        .map(problem -> ModelDigests.read(folder.answer(work.submission(), problem), problem))
        .flatMap(Optional::stream)
        .toList();
  }
}
