import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  /** Each is a message without a byte. */
  @Override
  void spoil(Path graph, Path model) throws Exception {
    byte[] operations = new byte[2_000_000];
    for (int i = 0; i < operations.length; i += 2) {
      operations[i] = 10;
    }
    Files.write(graph, operations);
  }
}
