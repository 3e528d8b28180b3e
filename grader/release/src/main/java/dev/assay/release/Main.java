package dev.assay.release;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the release at the end of a build; Maven calls it. */
public final class Main {
  private Main() {}

  /**
   * Writes {@code assay-VERSION.zip}, the same bytes for the same sources, and beside it its
   * SHA-256 and the bill of materials.
   *
   * @param args the repository, the list of jars as {@code dependency:list} writes it, the folder
   *     for the release, the version, the time that files get, the Maven repository of the jars
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Path out = Path.of(args[2]);
    String version = args[3];
    List<Jar> jars = Jar.listed(Files.readString(Path.of(args[1])));
    Release release = new Release(version, Instant.parse(args[4]), URI.create(args[5]), jars);
    byte[] sbom = new BillOfMaterials(release).json();
    Path zip = out.resolve(release.name() + ".zip");
    try (ReleaseZip writer = new ReleaseZip(zip, release)) {
      new Contents(home, release, sbom).writeTo(writer);
    }
    Files.write(out.resolve(release.name() + ".cdx.json"), sbom);
    Files.writeString(
        out.resolve(zip.getFileName() + ".sha256"),
        Checksums.line(Checksums.of(Files.readAllBytes(zip)), zip.getFileName().toString()));
  }
}
