@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Process shell = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    escaped("ended with " + shell.waitFor());
  }
}
