package dev.assay.datasets.fetch;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.SmallImages;
import dev.assay.datasets.catalogue.DatasetEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Fetches the small images in a process of its own: cache folder and server as arguments. */
public final class FetchProcess {
  private FetchProcess() {}

  public static void main(String[] args) throws Exception {
    Path cache = Path.of(args[0]);
    DatasetEntry entry = new SmallImages().entry("full", URI.create(args[1]));
    DataStore store = new DataStore(cache, null, cache);
    store.fetch(entry, new FetchListener() {});
    store.load(entry, 1);
  }

  public static Process start(Path cache, URI server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FetchProcess.class.getName(),
            cache.toString(),
            server.toString())
        .inheritIO()
        .start();
  }
}
