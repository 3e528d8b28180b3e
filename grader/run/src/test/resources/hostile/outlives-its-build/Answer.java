import java.lang.ref.Cleaner;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> loop());
    Runtime.getRuntime().addShutdownHook(new Thread(Answer::loop));
    Cleaner.create().register(new Object(), Answer::loop);
    System.gc();
    for (int i = 0; i < 5; i++) {
      new Thread(Answer::loop).start();
    }
  }

  private static void loop() {
    while (System.nanoTime() != 0) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
