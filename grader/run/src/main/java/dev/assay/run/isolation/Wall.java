package dev.assay.run.isolation;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One way in which a child process can be kept apart, and how to see that it is. */
public enum Wall {
  FILES("files", NoteCode.WALL_FILES) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("mnt", child, ours) && child.reach().files().isEmpty();
    }
  },
  READ_ONLY("read-only", NoteCode.WALL_READ_ONLY) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return Set.of("/tmp", ".").containsAll(child.reach().writable())
          && ownNamespace("mnt", child, ours);
    }
  },
  NETWORK("network", NoteCode.WALL_NETWORK) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("net", child, ours) && List.of("lo").equals(child.reach().interfaces());
    }
  },
  PROCESSES("processes", NoteCode.WALL_PROCESSES) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      Integer seen = child.reach().processes();
      return ownNamespace("pid", child, ours) && seen != null && seen <= FEW;
    }
  },
  IPC("ipc", NoteCode.WALL_IPC) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("ipc", child, ours) && ownNamespace("uts", child, ours);
    }
  },
  USER("user", NoteCode.WALL_USER) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return ownNamespace("user", child, ours)
          && !child.status().getOrDefault("Uid", "0").startsWith("0");
    }
  },
  PRIVILEGES("privileges", NoteCode.WALL_PRIVILEGES) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      Map<String, String> status = child.status();
      return "1".equals(status.get("NoNewPrivs"))
          && List.of("CapPrm", "CapEff", "CapBnd", "CapAmb").stream()
              .allMatch(set -> NONE.equals(status.get(set)));
    }
  },
  SYSTEM_CALLS("system-calls", NoteCode.WALL_SYSTEM_CALLS) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return "2".equals(child.status().get("Seccomp"));
    }
  },
  TERMINAL("terminal", NoteCode.WALL_TERMINAL) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return !child.status().isEmpty() && !child.reach().terminal();
    }
  },
  ENVIRONMENT("environment", NoteCode.WALL_ENVIRONMENT) {
    @Override
    boolean stands(Surroundings child, Map<String, String> ours) {
      return GIVEN.containsAll(child.reach().environment());
    }
  },
  LIMITS("limits", NoteCode.WALL_LIMITS) {
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
  private final NoteCode meaning;

  Wall(String id, NoteCode meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  /** Its name in results. */
  public String id() {
    return id;
  }

  /** A clause that says what a process behind this wall cannot do. */
  public Sentence meaning() {
    return Sentence.of(meaning);
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
