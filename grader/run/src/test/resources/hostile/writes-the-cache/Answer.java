import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Path file = Files.createFile(Path.of("@CACHE@/hostile-array.npy"));
    escaped("wrote " + file);
  }
}
