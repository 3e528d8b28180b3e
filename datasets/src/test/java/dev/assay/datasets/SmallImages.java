package dev.assay.datasets;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data set of sixty 2 x 2 images with a test set of twenty, and its catalogue entry. */
public final class SmallImages {
  public final Map<String, byte[]> content = new LinkedHashMap<>();

  public SmallImages() {
    content.put("train-images.gz", Bytes.idx(Bytes.noise(240), 60, 2, 2));
    content.put("train-labels.gz", Bytes.idx(labels(60), 60));
    content.put("test-images.gz", Bytes.idx(Bytes.noise(80), 20, 2, 2));
    content.put("test-labels.gz", Bytes.idx(labels(20), 20));
  }

  public byte[] packed(String name) {
    byte[] unpacked = content.get(name);
    if (unpacked == null) {
      throw new IllegalArgumentException(name);
    }
    return Bytes.gzip(unpacked);
  }

  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : content.keySet()) {
      Files.write(folder.resolve(name), packed(name));
    }
  }

  public DatasetEntry entry(String variant, URI... folders) {
    List<DataFile> files =
        content.keySet().stream().map(name -> file(name, List.of(folders))).toList();
    return new DatasetEntry(
        "small",
        variant,
        "Small images",
        Origin.of("tests", "none", "none"),
        new FileSet("small-images", files),
        new ImageLayout(2, 2, Target.ofClasses("letter", "a", "b", "c")),
        SplitRule.stratifiedBesideHidden(6, 60));
  }

  private DataFile file(String name, List<URI> folders) {
    byte[] packed = packed(name);
    List<URI> mirrors = folders.stream().map(folder -> folder.resolve(name)).toList();
    String unpackedSha256 = Sha256.of(content.getOrDefault(name, new byte[0]));
    return new DataFile(name, packed.length, Sha256.of(packed), unpackedSha256, mirrors);
  }

  private static byte[] labels(int rows) {
    byte[] labels = new byte[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = (byte) (i % 3);
    }
    return labels;
  }
}
