import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    escaped(Files.readString(Path.of("/proc/@GRADER@/environ")));
  }
}
