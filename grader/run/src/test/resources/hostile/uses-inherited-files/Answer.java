import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private int sockets;

  @Override
  void attack() throws Exception {
    List<Path> open;
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      open = files.filter(file -> file.getFileName().toString().length() > 0).toList();
    }
    for (Path file : open) {
      int number = Integer.parseInt(file.getFileName().toString());
      if (number > 2) {
        look(file, number);
      }
    }
  }

  /** What Java itself has open is only read, but for one socket that is connected to nothing. */
  private void look(Path file, int number) throws IOException {
    try {
      String target = Files.readSymbolicLink(file).toString();
      String info = Files.readString(Path.of("/proc/self/fdinfo/" + number));
      int flags = Integer.parseInt(info.replaceFirst("(?s).*flags:\\s*(\\d+).*", "$1"), 8);
      boolean socket = target.startsWith("socket:");
      sockets += socket ? 1 : 0;
      if (sockets > 1 || target.startsWith("pipe:") || (!socket && (flags & 3) != 0)) {
        escaped(number + " is " + target + ", flags " + Integer.toOctalString(flags));
      }
    } catch (java.nio.file.NoSuchFileException e) {
      System.err.println(number + " was of the look itself");
    }
  }
}
