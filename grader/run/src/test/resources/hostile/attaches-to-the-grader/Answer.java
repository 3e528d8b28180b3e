import com.sun.tools.attach.VirtualMachine;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    if (ProcessHandle.of(Long.parseLong("@GRADER@")).isEmpty()) {
      return;
    }
    VirtualMachine machine = VirtualMachine.attach("@GRADER@");
    machine.detach();
    escaped("attached");
  }
}
