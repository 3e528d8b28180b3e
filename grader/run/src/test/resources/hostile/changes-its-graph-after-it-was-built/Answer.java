import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void spoil(Path graph, Path model) throws Exception {
    byte[] good = Files.readAllBytes(graph);
    for (int i = 0; i < 3; i++) {
      new Thread(() -> rewrite(graph, good)).start();
    }
  }

  private static void rewrite(Path graph, byte[] good) {
    try (RandomAccessFile file = new RandomAccessFile(graph.toFile(), "rw")) {
      while (true) {
        file.seek(0);
        file.write(new byte[good.length]);
        file.setLength(100);
        file.seek(0);
        file.write(good);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
