package dev.assay.run.isolation;

import dev.assay.run.isolation.command.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that looks like the kernel's tree of control groups, and what it says of a process. */
public record MadeUpGroups(Path root) {
  static final long PROCESS = 4711;

  /** The group that is handed to a process. */
  Path scope() {
    return root.resolve("fs/user.slice/run-1.scope");
  }

  Path self() {
    return root.resolve("self");
  }

  /** As systemd hands one out to an ordinary user. */
  MadeUpGroups delegated() throws IOException {
    tells(
        List.of("0::/user.slice/run-1.scope"),
        List.of(
            "22 27 0:21 / /proc rw,relatime - proc proc rw",
            "31 23 0:28 / %s rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate"
                .formatted(root.resolve("fs"))));
    Files.createDirectories(scope());
    Files.writeString(scope().resolve("cgroup.controllers"), "cpuset cpu memory pids\n");
    Files.writeString(scope().resolve("cgroup.procs"), PROCESS + "\n");
    Files.writeString(scope().resolve("cgroup.subtree_control"), "");
    Files.writeString(scope().resolve("cgroup.kill"), "");
    return this;
  }

  MadeUpGroups tells(List<String> cgroup, List<String> mountinfo) throws IOException {
    Files.createDirectories(self());
    Files.write(self().resolve("cgroup"), cgroup);
    Files.write(self().resolve("mountinfo"), mountinfo);
    return this;
  }

  /** One child's group, with the files that the kernel would put there. */
  public ControlGroup child(ResourceLimits limits, String memoryEvents, String pidsEvents)
      throws IOException {
    ControlGroup group = ControlGroup.create(childFolder(), limits);
    Files.writeString(childFolder().resolve("memory.events"), memoryEvents);
    Files.writeString(childFolder().resolve("pids.events"), pidsEvents);
    return group;
  }

  /** Where it is. */
  public Path childFolder() {
    return root.resolve("child");
  }
}
