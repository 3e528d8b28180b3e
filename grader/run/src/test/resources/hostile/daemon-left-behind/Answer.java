import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  /** What is started lives for a minute, if nobody ends it. */
  public static final class Sleeper {
    public static void main(String[] args) throws Exception {
      Thread.sleep(60_000);
    }
  }

  /** Ends at once, so that its child has no parent that the grader knows. */
  public static final class Parent {
    public static void main(String[] args) throws Exception {
      new ProcessBuilder(args[0], "-Xmx8m", "-Xint", "-cp", args[1], "Answer$Sleeper").start();
    }
  }

  @Override
  void attack() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    String own =
        Path.of(Answer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    new ProcessBuilder(
            java.toString(), "-Xmx8m", "-Xint", "-cp", own, "Answer$Parent", java.toString(), own)
        .start()
        .waitFor();
  }
}
