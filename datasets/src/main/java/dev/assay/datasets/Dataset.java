package dev.assay.datasets;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.Sha256;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A loaded and split data set; the three parts share no row.
 *
 * @param entry where it comes from and what it holds
 * @param train what a model is fitted to
 * @param validation what the best epoch is chosen by
 * @param hidden what an answer is scored on
 * @param fingerprint SHA-256 over all arrays with their shapes: any change of data or split changes
 *     it
 * @param notes sentences for people about what differs from the published data
 */
public record Dataset(
    DatasetEntry entry,
    Examples train,
    Examples validation,
    Examples hidden,
    String fingerprint,
    List<Sentence> notes) {
  public Dataset {
    notes = List.copyOf(notes);
  }

  /**
   * Returns the data set with an instructor's hidden examples in place of its own.
   *
   * @param hiddenFingerprint of the hidden examples; not to be computed from them alone, as a few
   *     labels could be guessed from that
   * @param note for people, about where they come from
   */
  public Dataset withSealed(Examples examples, String hiddenFingerprint, Sentence note) {
    return withHidden("+sealed", examples, hiddenFingerprint, note);
  }

  /**
   * Returns the data set with hidden examples in place of its own that were drawn anew from a
   * secret seed.
   */
  public Dataset withFresh(Examples examples) {
    String drawn = examples.features().sha256() + examples.labels().sha256();
    return withHidden("+fresh", examples, drawn, Sentence.of(DataCode.FRESH_HIDDEN_SET));
  }

  private Dataset withHidden(
      String suffix, Examples examples, String hiddenFingerprint, Sentence note) {
    DatasetEntry changed =
        new DatasetEntry(
            entry.id(),
            entry.variant() + suffix,
            entry.title(),
            entry.origin(),
            entry.fileSet(),
            entry.layout(),
            entry.split());
    String digests = fingerprint + "\n" + hiddenFingerprint;
    return new Dataset(
        changed,
        train,
        validation,
        examples,
        Sha256.of(digests.getBytes(StandardCharsets.US_ASCII)),
        Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  static Dataset of(
      DatasetEntry entry,
      Examples train,
      Examples validation,
      Examples hidden,
      List<Sentence> notes) {
    String digests =
        Stream.of(train, validation, hidden)
            .flatMap(part -> Stream.of(part.features(), part.labels()))
            .map(NumericArray::sha256)
            .collect(Collectors.joining("\n"));
    String fingerprint = Sha256.of(digests.getBytes(StandardCharsets.US_ASCII));
    return new Dataset(entry, train, validation, hidden, fingerprint, notes);
  }
}
