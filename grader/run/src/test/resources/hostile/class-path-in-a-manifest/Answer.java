@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    if (Answer.class.getResource("/secret.txt") != null) {
      escaped("found it");
    }
  }
}
