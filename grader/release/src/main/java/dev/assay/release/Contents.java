package dev.assay.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a release: the launchers, the jars, the small data sets, answers and pages. */
final class Contents {
  private static final List<String> PAGES =
      List.of("LICENSE", "README.md", "SECURITY.md", "CHANGELOG.md");

  /** Folders whose files a release has, with the endings of these. */
  private record Folder(String path, String endings) {}

  private static final List<Folder> FOLDERS =
      List.of(
          new Folder("datasets/embedded", "csv|gz|md|txt|npy|data"),
          new Folder("solutions/reference", "java"),
          new Folder("grader/docs", "md|svg"),
          new Folder("reports", "schema\\.json|md"));

  private final Path home;
  private final Release release;
  private final byte[] sbom;

  Contents(Path home, Release release, byte[] sbom) {
    this.home = home;
    this.release = release;
    this.sbom = sbom;
  }

  void writeTo(ReleaseZip zip) throws IOException {
    zip.addExecutable("assay", read("assay"));
    zip.add("assay.cmd", withLineEndsOfWindows(read("assay.cmd")));
    for (String page : PAGES) {
      zip.add(page, read(page));
    }
    for (Folder folder : FOLDERS) {
      add(zip, folder);
    }
    for (Path problem : list(home.resolve("problems"))) {
      String calibration = "problems/" + problem.getFileName() + "/calibration";
      if (Files.isDirectory(home.resolve(calibration))) {
        add(zip, new Folder(calibration, "java|md"));
      }
    }
    for (Jar jar : release.jars()) {
      zip.add("lib/" + jar.fileName(), jar.bytes(release.time()));
    }
    zip.add("lib/release.properties", properties().getBytes(StandardCharsets.UTF_8));
    zip.add("sbom.cdx.json", sbom);
    zip.add("SHA256SUMS", zip.checksums().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] read(String file) throws IOException {
    return Files.readAllBytes(home.resolve(file));
  }

  private static byte[] withLineEndsOfWindows(byte[] text) {
    String lines = new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private String properties() {
    return "version = %s\nrepository = %s\n".formatted(release.version(), release.repository());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /**
   * Adds the files of a folder and of those below it; a run's reports and hidden files are none.
   */
  private void add(ReleaseZip zip, Folder folder) throws IOException {
    int added = 0;
    int depth = folder.path().equals("reports") ? 1 : 9;
    try (Stream<Path> files = Files.walk(home.resolve(folder.path()), depth)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = home.relativize(file).toString().replace('\\', '/');
        if (name.matches("[^.].*\\.(?:" + folder.endings() + ")") && !name.contains("/.")) {
          zip.add(name, Files.readAllBytes(file));
          added++;
        }
      }
    }
    if (added == 0) {
      throw new IOException("nothing was found for the release in " + folder.path());
    }
  }
}
