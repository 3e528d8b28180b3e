@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    while (System.nanoTime() != 0) {
      Thread.onSpinWait();
    }
  }
}
