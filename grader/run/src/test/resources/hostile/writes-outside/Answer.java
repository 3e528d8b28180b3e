import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Path file = Files.writeString(Path.of("@OUTSIDE@/hostile-file"), "x");
    escaped("wrote " + file);
  }
}
