import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final int SOCKET = 41;
  private static final int BIND = 49;
  private static final int LISTEN = 50;

  @Override
  void attack() throws Exception {
    Native.load();
    long socket = Native.kernel("a unix socket", SOCKET, 1, 1, 0);
    byte[] name = "\1\0\0hostile".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Native.kernel("a name for it", BIND, socket, Native.address(name), name.length);
    Native.kernel("listening", LISTEN, socket, 1);
    Files.readAllLines(Path.of("/proc/net/unix")).stream()
        .filter(line -> line.contains("@") && !line.endsWith("@hostile"))
        .forEach(line -> escaped("could connect to " + line));
  }
}
