import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  private static final int MKNOD = 133;
  private static final long CHARACTERS = 0020666;
  private static final long ZERO = 0x105;

  @Override
  void spoil(Path graph, Path model) throws Exception {
    Files.delete(graph);
    try {
      Native.load();
      Native.kernel("a device", MKNOD, Native.address(graph.toString()), CHARACTERS, ZERO);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      Files.createSymbolicLink(graph, Path.of("/dev/zero"));
    }
  }
}
