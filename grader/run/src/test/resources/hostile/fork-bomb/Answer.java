import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  /** What is started lives for a minute, if nobody ends it. */
  public static final class Sleeper {
    public static void main(String[] args) throws Exception {
      Thread.sleep(60_000);
    }
  }

  @Override
  void attack() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    String own =
        Path.of(Answer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    for (int i = 0; i < 40; i++) {
      new ProcessBuilder(java.toString(), "-Xmx8m", "-Xint", "-cp", own, "Answer$Sleeper")
          .redirectErrorStream(true)
          .start();
    }
    Thread.sleep(10_000);
  }
}
