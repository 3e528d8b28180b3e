import java.util.ArrayList;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final List<byte[]> KEPT = new ArrayList<>();

  @Override
  void attack() {
    while (true) {
      KEPT.add(new byte[1 << 20]);
    }
  }
}
