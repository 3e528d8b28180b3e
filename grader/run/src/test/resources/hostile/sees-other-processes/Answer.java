@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    long processes = ProcessHandle.allProcesses().count();
    if (processes > 4) {
      escaped(processes + " processes");
    }
  }
}
