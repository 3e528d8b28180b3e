package dev.assay.run.submissions;

import dev.assay.datasets.paths.RawPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a path on the command line hands in: one submission or a class of them.
 *
 * <p>A zip is a submission. So is a folder with a Java file, a {@code src} folder or a {@code
 * pom.xml} directly in it. A folder that holds nothing but one folder is that folder. Any other
 * folder is a class: each folder and zip in it is a submission, and any other archive is one that
 * cannot be read. Symbolic links below the path are not followed.
 */
public final class Submissions {
  private static final Pattern OTHER_ARCHIVE =
      Pattern.compile(
          "\\.(rar|7z|(tar\\.)?(gz|bz2|xz|zst)|tar|tgz|jar)$", Pattern.CASE_INSENSITIVE);

  private final Path workFolder;
  private final Set<String> ids = new LinkedHashSet<>();

  /**
   * Prepares to find submissions.
   *
   * @param workFolder where zips are unpacked
   */
  public Submissions(Path workFolder) {
    this.workFolder = workFolder;
  }

  /**
   * What a path hands in.
   *
   * @throws SubmissionException when there is nothing there, or it cannot be read as one
   */
  public List<HandIn> find(Path path) throws IOException, SubmissionException {
    if (!Files.exists(path)) {
      throw new SubmissionException(
          "There is no %s. Give a folder of Java sources, a zip of one, or a folder of such folders."
              .formatted(path));
    }
    Path absolute = path.toRealPath();
    if (isZip(absolute)) {
      return List.of(zipped(absolute));
    }
    if (isOtherArchive(absolute)) {
      throw new SubmissionException(unread(path));
    }
    if (!Files.isDirectory(absolute)) {
      throw new SubmissionException(
          "%s is neither a folder nor a zip. Put the Java file into a folder and give that."
              .formatted(path));
    }
    return folder(absolute, absolute);
  }

  private List<HandIn> folder(Path folder, Path named) throws IOException, SubmissionException {
    List<Path> parts = parts(folder);
    if (isSubmission(folder) || parts.isEmpty()) {
      return List.of(submission(name(named), folder));
    }
    if (parts.size() == 1 && Files.isDirectory(parts.get(0))) {
      return folder(parts.get(0), named);
    }
    List<HandIn> found = new ArrayList<>();
    for (Path part : parts) {
      found.add(member(part));
    }
    return found;
  }

  /** One of a class. */
  private HandIn member(Path part) {
    if (isOtherArchive(part)) {
      return handIn(
          stem(part),
          part,
          id -> {
            throw new SubmissionException(unread(part));
          });
    }
    return isZip(part) ? zipped(part) : submission(name(part), part);
  }

  private static String unread(Path archive) {
    return "%s is not read: only folders and zips are. Unpack it, or hand in a zip."
        .formatted(archive.getFileName());
  }

  /** The folders and archives in a folder, sorted by name. */
  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(
              path ->
                  Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                      ? !SourceFiles.isSkipped(path)
                      : isZip(path) || isOtherArchive(path))
          .sorted()
          .toList();
    }
  }

  private static boolean isSubmission(Path folder) throws IOException {
    if (Files.isDirectory(folder.resolve("src")) || Files.exists(folder.resolve("pom.xml"))) {
      return true;
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.anyMatch(path -> path.toString().endsWith(".java"));
    }
  }

  private HandIn zipped(Path zip) {
    return handIn(
        stem(zip),
        zip,
        id -> {
          Path folder = Files.createTempDirectory(Files.createDirectories(workFolder), "zip-");
          Zips.unpack(zip, folder.toRealPath());
          return Submission.of(id, zip, SourceFiles.read(folder.toRealPath()));
        });
  }

  private HandIn submission(String name, Path root) {
    return handIn(name, root, id -> Submission.of(id, root, SourceFiles.read(root)));
  }

  private HandIn handIn(String name, Path origin, NamedReader reader) {
    String id = unique(name);
    return new HandIn(id, origin, () -> reader.read(id));
  }

  private interface NamedReader {
    Submission read(String id) throws IOException, SubmissionException;
  }

  /**
   * Two submissions of one name are told apart by a number; so are those whose names differ only in
   * case, which on some systems would share a folder.
   */
  private String unique(String name) {
    String id = name;
    for (int number = 2; !ids.add(id.toLowerCase(Locale.ROOT)); number++) {
      id = name + "-" + number;
    }
    return id;
  }

  private static boolean isZip(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isOtherArchive(Path path) {
    return OTHER_ARCHIVE.matcher(path.toString()).find()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String stem(Path path) {
    String name = name(path).replaceFirst("(?i)\\.zip$", "");
    return OTHER_ARCHIVE.matcher(name).replaceFirst("");
  }

  /** A name that is safe as a file name and in messages. */
  private static String name(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "submission" : RawPaths.guessName(last);
    String safe = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
    String cut = safe.length() > 100 ? safe.substring(0, 100) : safe;
    return cut.isEmpty() || cut.startsWith(".") ? "_" + cut : cut;
  }
}
