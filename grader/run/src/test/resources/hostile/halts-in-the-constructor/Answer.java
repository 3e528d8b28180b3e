@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  Answer() {
    Runtime.getRuntime().halt(0);
  }

  @Override
  void attack() {}
}
