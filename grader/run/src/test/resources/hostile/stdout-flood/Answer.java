@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    byte[] line = new byte[1 << 16];
    while (true) {
      System.out.write(line, 0, line.length);
    }
  }
}
