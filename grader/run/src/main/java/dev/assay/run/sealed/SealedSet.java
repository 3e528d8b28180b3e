package dev.assay.run.sealed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Sha256;
import dev.assay.datasets.hidden.HiddenFile;
import dev.assay.datasets.hidden.HiddenFiles;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.findings.FaultCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An instructor's hidden set that was opened: the plain labels are here, in memory, only. */
public final class SealedSet implements HiddenSource {
  private final Path file;
  private final SealHeader header;
  private final SealedContent content;

  private SealedSet(Path file, SealHeader header, SealedContent content) {
    this.file = file;
    this.header = header;
    this.content = content;
  }

  /**
   * Seals files for a data set, after they were read as its hidden examples.
   *
   * @param files one table, or features and labels
   * @param out is not there yet
   * @throws DataException if they do not fit the data set or {@code out} cannot be written
   */
  public static SealedSet seal(DatasetEntry entry, List<HiddenFile> files, Secret secret, Path out)
      throws DataException {
    Examples examples = HiddenFiles.read(entry, files);
    Subject subject = Subject.of(entry, examples.size());
    SealedContent content = contentOf(files);
    SealedFile sealed = SealedFile.seal(out.toString(), subject, content, secret);
    SafeFiles.writeNew(out, sealed.bytes());
    return new SealedSet(out, sealed.header(), content);
  }

  private static SealedContent contentOf(List<HiddenFile> files) throws SealException {
    try {
      return SealedContent.of(files);
    } catch (IllegalArgumentException e) {
      throw new SealException(
          Sentence.of(FaultCode.HIDDEN_SET_NOT_SEALED, "reason", String.valueOf(e.getMessage())),
          e);
    }
  }

  /**
   * What a sealed file is for; that needs no key, and is not sure before {@link #open}.
   *
   * @throws SealException when it is no sealed file, or damaged
   */
  public static Subject subject(Path file) throws SealException {
    return SealedFile.read(file).header().subject();
  }

  /**
   * Opens a sealed file.
   *
   * @throws SealException when it is none, was changed, or the secret is another one
   */
  public static SealedSet open(Path file, Secret secret) throws SealException {
    SealedFile sealed = SealedFile.read(file);
    return new SealedSet(file, sealed.header(), sealed.open(secret));
  }

  /** Seals it again under another secret, in the place of the old file. */
  public SealedSet rotate(Secret next) throws SealException {
    SealedFile sealed = SealedFile.seal(file.toString(), header.subject(), content, next);
    SafeFiles.replace(file, sealed.bytes());
    return new SealedSet(file, sealed.header(), content);
  }

  /**
   * Writes the files as they were before they were sealed, for the user alone to read.
   *
   * @throws SealException when one of them is there already, and then none is written
   */
  public List<Path> unseal(Path folder) throws SealException {
    List<Path> written = new ArrayList<>();
    for (HiddenFile plain : content.files()) {
      Path target = folder.resolve(plain.name());
      if (Files.exists(target)) {
        throw new SealException(
            Sentence.of(FaultCode.FILE_EXISTS, "file", target.toString(), "kind", "FOLDER"));
      }
      written.add(target);
    }
    for (int i = 0; i < written.size(); i++) {
      SafeFiles.writePrivate(written.get(i), content.files().get(i).bytes());
    }
    return written;
  }

  /** The part of the file that is not encrypted. */
  public Subject subject() {
    return header.subject();
  }

  /** The fingerprint of the key that sealed it. */
  public String keyId() {
    return header.keyId();
  }

  /** HMAC-SHA256 of the files under a salt that is sealed with them; another key keeps it. */
  public String fingerprint() {
    return content.fingerprint();
  }

  /**
   * Its examples, as a data set has them.
   *
   * @throws DataException when it is for another, or does not fit that any more
   */
  public Examples examples(DatasetEntry entry) throws DataException {
    Examples examples = HiddenFiles.read(entry, content.files());
    Subject expected = Subject.of(entry, examples.size());
    if (!expected.equals(subject())) {
      throw new SealException(
          Sentence.of(
              FaultCode.SEALED_FOR_ANOTHER,
              "file",
              file.toString(),
              "subject",
              subject().sentence(),
              "expected",
              expected.sentence()));
    }
    return examples;
  }

  /**
   * Puts the hidden examples in the place of a data set's, in an order that only the features tell.
   *
   * <p>What a worker is given, and what it leaves, then tells nobody which line of the instructor's
   * file an example is. A set of the same features with other labels has the same order, so that
   * kept predictions can be scored against corrected labels.
   *
   * @throws DataException when it is for another data set
   */
  @Override
  public Dataset into(Dataset data) throws DataException {
    Examples examples = examples(data.entry());
    return data.withSealed(shuffled(examples), fingerprint(), note(data, examples));
  }

  private Sentence note(Dataset data, Examples examples) {
    long known = Overlap.count(examples, data.train());
    return Sentence.of(
        NoteCode.SEALED_HIDDEN_SET,
        "file",
        String.valueOf(file.getFileName()),
        "fingerprint",
        fingerprint().substring(0, 16),
        "key",
        keyId(),
        "overlaps",
        known > 0,
        "known",
        known,
        "examples",
        examples.size());
  }

  /** Sorts by digests that nobody can compute who does not know all features. */
  private static Examples shuffled(Examples examples) {
    String key = examples.features().sha256();
    return examples.take(
        IntStream.range(0, examples.size())
            .boxed()
            .sorted(Comparator.comparing(i -> Sha256.of((key + i).getBytes(US_ASCII))))
            .mapToInt(Integer::intValue)
            .toArray());
  }
}
