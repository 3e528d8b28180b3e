package dev.assay.exam.sitting;

import dev.assay.commons.files.WholeFile;
import dev.assay.exam.blueprint.BlueprintReader;
import dev.assay.exam.ledger.ExamClock;
import dev.assay.exam.ledger.Ledger;
import dev.assay.exam.ledger.LedgerKey;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All exams of a user.
 *
 * @param state the user's folder for them
 * @param clock of exams
 * @param reader reads their blueprints
 */
public record ExamStore(Path state, ExamClock clock, BlueprintReader reader) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_IN_A_SECOND = 1000;

  private Path exams() {
    return state.resolve("exams");
  }

  /**
   * Begins an exam.
   *
   * @param blueprint its JSON
   * @param minutes until its deadline
   * @param draw its problems
   * @param folder of the exam; exists
   * @throws IOException when it cannot be written; then there is no exam
   */
  public Exam start(String blueprint, int minutes, Sitting.Draw draw, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(state);
    ExamFiles files = new ExamFiles(create());
    try {
      WholeFile.write(files.blueprint(), blueprint.getBytes(StandardCharsets.UTF_8));
      LedgerKey key = LedgerKey.create(files.key());
      Exam exam = new Exam(files, folder.toRealPath(), key, clock, reader);
      exam.begin(blueprint, minutes, draw);
      return exam;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(folder.resolve(ExamFiles.LEDGER));
      Removal.of(files.folder());
      throw e;
    }
  }

  private Path create() throws IOException {
    Path exams = exams();
    Files.createDirectories(exams);
    String name = ID.format(clock.now().wall());
    for (int number = 1; ; number++) {
      Path folder = exams.resolve(number == 1 ? name : name + "-" + number);
      try {
        return Files.createDirectory(folder, LedgerKey.owners(folder, "rwx------"));
      } catch (FileAlreadyExistsException e) {
        if (number > MOST_IN_A_SECOND) {
          throw e;
        }
      }
    }
  }

  /** What is kept of each exam, the oldest one first; a start that was cut off is none. */
  public List<ExamFiles> all() throws IOException {
    if (!Files.isDirectory(exams())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(exams())) {
      return folders
          .map(ExamFiles::new)
          .filter(files -> Files.exists(files.head()))
          .sorted(Comparator.comparing(ExamFiles::id))
          .toList();
    }
  }

  /**
   * Opens an exam.
   *
   * @throws SentenceException when its key or its head is missing or damaged
   */
  public Exam open(ExamFiles files) throws SentenceException {
    LedgerKey key = LedgerKey.read(files.key());
    return new Exam(files, Ledger.folder(files.head(), key), key, clock, reader);
  }

  /** The exam that was started last; empty where there is none. */
  public Optional<Exam> latest() throws IOException {
    List<ExamFiles> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(open(all.get(all.size() - 1)));
  }

  /**
   * The exam with an id or in a folder.
   *
   * @throws SentenceException when there is none, or what is kept of it is damaged
   */
  public Exam find(String name) throws IOException {
    List<String> ids = new ArrayList<>();
    Path wanted = Path.of(name).toAbsolutePath().normalize();
    for (ExamFiles files : all()) {
      ids.add(files.id());
      if (files.id().equals(name) || isIn(files, wanted)) {
        return open(files);
      }
    }
    throw new SentenceException(Sentence.of(FaultCode.EXAM_NONE, "name", name, "ids", ids));
  }

  private boolean isIn(ExamFiles files, Path wanted) {
    try {
      Path folder = open(files).folder();
      return folder.equals(wanted)
          || (Files.exists(wanted) && Files.exists(folder) && Files.isSameFile(folder, wanted));
    } catch (IOException e) {
      return false;
    }
  }
}
