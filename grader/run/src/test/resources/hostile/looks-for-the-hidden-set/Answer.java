import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    for (String folder :
        new String[] {"/in", "/app", "/tmp", "/out", "/mnt", "/home", "/srv", "."}) {
      try (var files = Files.walk(Path.of(folder), 4)) {
        files
            .filter(file -> file.toString().matches(".*\\.(npy|csv|idx|safetensors)"))
            .forEach(file -> escaped("found " + file));
      } catch (java.io.IOException | java.io.UncheckedIOException e) {
        System.err.println(folder + ": " + e);
      }
    }
  }
}
