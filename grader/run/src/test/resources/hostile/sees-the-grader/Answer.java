@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    if (ProcessHandle.of(Long.parseLong("@GRADER@")).isPresent()) {
      escaped("could signal it");
    }
  }
}
