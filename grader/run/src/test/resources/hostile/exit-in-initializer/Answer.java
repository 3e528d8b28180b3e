@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  static {
    System.exit(0);
  }

  @Override
  void attack() {}
}
