import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    for (String folder : List.of(".", "/tmp", "/var/tmp", "/dev/shm", "/out")) {
      try (OutputStream out =
          Files.newOutputStream(
              Path.of(folder, "hostile-" + System.nanoTime()),
              StandardOpenOption.DELETE_ON_CLOSE,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        for (int mebibyte = 0; mebibyte < 128; mebibyte++) {
          out.write(new byte[1 << 20]);
        }
        escaped("128 MiB in " + folder);
      } catch (IOException e) {
        System.err.println(folder + ": " + e);
      }
    }
  }
}
