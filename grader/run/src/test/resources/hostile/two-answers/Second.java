@dev.assay.problems.Answers("iris")
class Second extends Attack {
  @Override
  void attack() {}
}
