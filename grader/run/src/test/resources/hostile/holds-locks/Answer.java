@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    Thread thread =
        new Thread(
            () -> {
              synchronized (System.err) {
                synchronized (System.out) {
                  while (true) {
                    Thread.onSpinWait();
                  }
                }
              }
            });
    thread.start();
    while (thread.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
  }
}
