@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private int got;

  @Override
  void attack() throws Exception {
    Native.load();
    long root = Native.address("/");
    attempt("becomes root", 105, 0);
    attempt("another root", 161, root);
    attempt("keys", 250, 0, -3, 0);
    attempt("a file without a name", 319, Native.address("hostile"), 0);
    attempt("namespaces", 272, 0x20000);
    attempt("faults of memory", 323, 1);
    attempt("handles of files", 304, -100, root, 0);
    attempt("a process as a file", 434, 1, 0);
    if (got > 0) {
      escaped("got " + got);
    }
  }

  private void attempt(String what, int number, long... arguments) {
    try {
      Native.kernel(what, number, arguments);
      got++;
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
    }
  }
}
