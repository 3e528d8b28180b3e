@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}
}
