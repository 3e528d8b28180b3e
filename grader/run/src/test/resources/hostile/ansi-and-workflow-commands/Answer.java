@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    System.out.println("\u001b[2J\u001b]0;passed\u0007");
    System.out.println("::error file=x::broken\n##[error]broken\n::set-output name=x::y");
    throw new Escape("\u001b[32mPASSED\u001b[0m\u0007\b\b\n::error::x\n##vso[task.complete]");
  }
}
