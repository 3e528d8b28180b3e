import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final int PTRACE = 101;
  private static final int PROCESS_VM_READV = 310;

  /** Unlike PTRACE_ATTACH, it does not stop the process; it ends with this one. */
  private static final long SEIZE = 0x4206;

  @Override
  void attack() throws Exception {
    Native.load();
    for (long process : List.of(Long.parseLong("@GRADER@"), 1L)) {
      attempt("traces " + process, PTRACE, SEIZE, process, 0, 0);
      long local = Native.address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
      attempt("reads memory of " + process, PROCESS_VM_READV, process, local, 0, local, 0);
    }
  }

  private static void attempt(String what, int number, long... arguments) {
    try {
      Native.kernel(what, number, arguments);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return;
    }
    escaped(what);
  }
}
