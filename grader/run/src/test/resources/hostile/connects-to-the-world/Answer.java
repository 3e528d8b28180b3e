import java.net.InetSocketAddress;
import java.net.Socket;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.2", Integer.parseInt("@PORT@")), 2000);
      escaped("connected");
    }
  }
}
