import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Path file =
        Files.write(Path.of("hostile.so").toAbsolutePath(), new byte[] {0x7f, 'E', 'L', 'F'});
    System.load(file.toString());
    escaped("loaded");
  }
}
