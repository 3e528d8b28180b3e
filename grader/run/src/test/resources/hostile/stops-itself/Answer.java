@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final int SIGSTOP = 19;

  @Override
  void attack() throws Throwable {
    raise(SIGSTOP);
    Thread.sleep(60_000);
  }
}
