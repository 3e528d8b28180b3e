import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    try (var files = Files.walk(Path.of("@CACHE@"))) {
      escaped(files.count() + " files");
    }
  }
}
