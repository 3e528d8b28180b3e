package dev.assay.datasets.fetch;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of checking one file.
 *
 * @param file what the catalogue says
 * @param path where the file lies or should lie
 * @param status the finding
 * @param message the finding in a sentence
 */
public record FileCheck(DataFile file, Path path, Status status, Sentence message) {
  /** The result of comparing a file with the published one. */
  public enum Status {
    /** The published file, or its unpacked content. */
    OK,
    /** The published content in another gzip file. */
    REPACKED,
    /** Other content. */
    DIFFERS,
    /** The file does not exist. */
    MISSING,
    /** The file cannot be read or unpacked. */
    UNREADABLE
  }

  /** Returns whether the content is the published one. */
  public boolean isPublishedContent() {
    return status == Status.OK || status == Status.REPACKED;
  }

  public static List<FileCheck> all(List<DataFile> files, List<RawFile> raw) {
    return IntStream.range(0, raw.size()).mapToObj(i -> of(files.get(i), raw.get(i))).toList();
  }

  public static FileCheck of(DataFile file, Path path) {
    try {
      return of(file, RawFile.read(path));
    } catch (DataException e) {
      return new FileCheck(file, path, Status.UNREADABLE, e.sentence());
    }
  }

  private static FileCheck of(DataFile file, RawFile raw) {
    String digest = raw.sha256();
    String published = raw.isPacked() ? file.sha256() : file.unpackedSha256();
    if (digest.equals(published)) {
      return found(file, raw, Status.OK);
    }
    try {
      if (raw.isPacked() && raw.contentSha256().equals(file.unpackedSha256())) {
        return found(file, raw, Status.REPACKED);
      }
    } catch (DataException e) {
      return new FileCheck(file, raw.path(), Status.UNREADABLE, e.sentence());
    }
    return found(file, raw, Status.DIFFERS);
  }

  private static FileCheck found(DataFile file, RawFile raw, Status status) {
    String name = String.valueOf(raw.path().getFileName());
    return new FileCheck(file, raw.path(), status, checked(name, status, raw.sha256()));
  }

  public static FileCheck missing(DataFile file, Path path) {
    return new FileCheck(file, path, Status.MISSING, checked(file.name(), Status.MISSING, ""));
  }

  private static Sentence checked(String name, Status status, String digest) {
    return Sentence.of(DataCode.FILE_CHECKED, "file", name, "status", status, "digest", digest);
  }
}
