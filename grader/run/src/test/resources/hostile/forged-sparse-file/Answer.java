import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void spoil(Path graph, Path model) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(graph.toFile(), "rw")) {
      file.setLength(60L << 20);
      file.setLength(1L << 40);
    } catch (IOException e) {
      System.err.println("refused: " + e);
    }
  }
}
