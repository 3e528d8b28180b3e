import com.sun.tools.attach.VirtualMachine;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    long own = ProcessHandle.current().pid();
    VirtualMachine machine = VirtualMachine.attach(Long.toString(own));
    machine.detach();
    escaped("attached to itself");
  }
}
