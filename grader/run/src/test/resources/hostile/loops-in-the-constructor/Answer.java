@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  Answer() {
    while (System.nanoTime() != 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  void attack() {}
}
