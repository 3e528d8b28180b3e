package dev.assay.cli.data;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.Sha256;
import dev.assay.run.processes.Installation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Data sets of two short files, which are fetched and compared but never read. */
public final class SmallData {
  static final byte[] IMAGES = "images ".repeat(40_000).getBytes(StandardCharsets.US_ASCII);
  static final byte[] LABELS = "labels ".repeat(300).getBytes(StandardCharsets.US_ASCII);
  public static final Map<String, byte[]> FILES =
      Map.of("images.idx", IMAGES, "labels.idx", LABELS);

  private SmallData() {}

  public static DatasetEntry entry(String id, String variant, URI... mirrors) {
    return new DatasetEntry(
        id,
        variant,
        "Small " + id,
        new Origin("tests", "none", "nobody", null),
        new FileSet(
            id + "-files", List.of(file("images.idx", mirrors), file("labels.idx", mirrors))),
        new ImageLayout(2, 2, new Target("letter", List.of("a", "b"), null, 1)),
        new SplitRule(new SplitRule.Share(2, 10), new SplitRule.Share(2, 10), true));
  }

  private static DataFile file(String name, URI... mirrors) {
    byte[] content = FILES.getOrDefault(name, new byte[0]);
    String digest = Sha256.of(content);
    List<URI> uris = List.of(mirrors).stream().map(mirror -> mirror.resolve(name)).toList();
    return new DataFile(name, content.length, digest, digest, uris);
  }

  /** Those data sets, with a folder as both the home and the cache. */
  public static DataSets in(Path folder, DatasetEntry... entries) {
    return new DataSets(new Installation(folder, folder, List.of(), folder), List.of(entries));
  }
}
