import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    try (var processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(file -> file.getFileName().toString().matches("\\d+")).toList()) {
        String line = Files.readString(process.resolve("cmdline"));
        if (line.contains("surefire")
            || line.contains("@OUTSIDE@")
            || line.contains("/assay-private-")) {
          escaped(line);
        }
      }
    }
  }
}
