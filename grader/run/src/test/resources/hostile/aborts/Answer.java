@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final int SIGABRT = 6;

  @Override
  void attack() throws Throwable {
    raise(SIGABRT);
    Thread.sleep(60_000);
  }
}
