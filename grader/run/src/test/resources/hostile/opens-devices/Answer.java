import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    for (String device :
        List.of(
            "/dev/mem",
            "/dev/kmsg",
            "/dev/sda",
            "/dev/vda",
            "/dev/nvme0n1",
            "/dev/kvm",
            "/dev/fuse",
            "/dev/net/tun")) {
      try (FileInputStream in = new FileInputStream(device)) {
        escaped("opened " + device + " " + in.getFD());
      } catch (IOException e) {
        System.err.println("refused: " + e);
      }
    }
  }
}
