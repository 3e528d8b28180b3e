@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  while (true) Thread.onSpinWait();
                }));
    System.exit(0);
  }
}
