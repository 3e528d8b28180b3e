import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Path own = Path.of("").toAbsolutePath();
    for (Path folder :
        List.of(own, Path.of("/dev/shm"), Path.of("/out"), Path.of("/in"), Path.of("/"))) {
      try {
        for (int i = 0; i < 1000; i++) {
          Files.createFile(folder.resolve("hostile-" + i)).toFile().deleteOnExit();
          if (!folder.equals(own)) {
            break;
          }
        }
        escaped("files in " + folder);
      } catch (IOException e) {
        System.err.println(folder + ": " + e);
      }
    }
  }
}
