package dev.assay.run.isolation;

import dev.assay.protocol.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One way in which a child process can be kept apart, and how to see that it is. */
public enum Wall {
  FILES("files", "sees none of the grader's files but those of its job") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("mnt", child, ours) && child.reach().files().isEmpty();
    }
  },
  READ_ONLY("read-only", "can write nothing but the files of its job") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return Set.of("/tmp", ".").containsAll(child.reach().writable())
          && ownNamespace("mnt", child, ours);
    }
  },
  NETWORK("network", "has no network, not even this machine's own") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("net", child, ours) && List.of("lo").equals(child.reach().interfaces());
    }
  },
  PROCESSES("processes", "sees no other process and leaves none behind") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      Integer seen = child.reach().processes();
      return ownNamespace("pid", child, ours) && seen != null && seen <= FEW;
    }
  },
  IPC("ipc", "shares no memory or message queue with other processes") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("ipc", child, ours) && ownNamespace("uts", child, ours);
    }
  },
  USER("user", "is no user of this machine, and never root") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("user", child, ours)
          && !child.status().getOrDefault("Uid", "0").startsWith("0");
    }
  },
  PRIVILEGES("privileges", "has no capability and cannot gain one") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      Map<String, String> status = child.status();
      return "1".equals(status.get("NoNewPrivs"))
          && List.of("CapPrm", "CapEff", "CapBnd", "CapAmb").stream()
              .allMatch(set -> NONE.equals(status.get(set)));
    }
  },
  SYSTEM_CALLS("system-calls", "has a filter on its system calls") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return "2".equals(child.status().get("Seccomp"));
    }
  },
  TERMINAL("terminal", "cannot reach the terminal") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return !child.status().isEmpty() && !child.reach().terminal();
    }
  },
  ENVIRONMENT("environment", "has none of the grader's environment variables") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return GIVEN.containsAll(child.reach().environment());
    }
  },
  LIMITS("limits", "has limits on memory, processor time, processes and files") {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return child.limits().keySet().containsAll(LIMITED);
    }
  };

  /** Bubblewrap itself, its guard, and Java. */
  private static final int FEW = 3;

  private static final String NONE = "0000000000000000";

  private static final Set<String> GIVEN =
      Set.of(
          "LANG",
          "HOME",
          "PWD",
          "TMP",
          "TEMP",
          "TMPDIR",
          "SystemRoot",
          "TF_CPP_MIN_LOG_LEVEL",
          "MALLOC_ARENA_MAX");

  private static final Set<String> LIMITED =
      Set.of(
          "Max data size",
          "Max cpu time",
          "Max file size",
          "Max core file size",
          "Max processes",
          "Max open files");

  private final String id;
  private final String meaning;

  Wall(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  /** Its name in results. */
  public String id() {
    return id;
  }

  /** A clause that says what a process behind this wall cannot do. */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether a child's own measurement shows it.
   *
   * @param ours the grader's namespaces by kind
   */
  abstract boolean stands(Surroundings child, Map<String, String> ours);

  private static boolean ownNamespace(String kind, Surroundings child, Map<String, String> ours) {
    String name = child.namespaces().get(kind);
    return name != null && ours.containsKey(kind) && !name.equals(ours.get(kind));
  }
}
