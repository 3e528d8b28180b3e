package dev.assay.run.isolation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filter of system calls, as the kernel takes it: a program for the classic Berkeley packet
 * filter, which sees {@code struct seccomp_data} (number at 0, architecture at 4, arguments from
 * 16).
 *
 * <p>It refuses what no Java program needs and what has been used to break out: other processes'
 * memory, mounts, namespaces, kernel keys, BPF, io_uring, files without a name. Everything else is
 * allowed: namespaces, capabilities and the read-only file system do the rest.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/seccomp_filter.html">the kernel's page</a>
 */
final class SeccompFilter {
  private static final int LOAD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_GREATER_OR_EQUAL = 0x35;
  private static final int RETURN = 0x06;
  private static final int ALLOW = 0x7fff_0000;
  private static final int KILL = 0x8000_0000;
  private static final int ERROR = 0x0005_0000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  /** AF_UNIX, AF_INET, AF_INET6: Java asks for these; the network namespace leads nowhere. */
  private static final int[] FAMILIES = {1, 2, 10};

  /** TIOCSTI and TIOCLINUX, which type into a terminal. */
  private static final int[] TERMINAL_REQUESTS = {0x5412, 0x541C};

  private static final int X32_BIT = 0x4000_0000;

  /** Calls and their numbers for each architecture, from the kernel's tables. */
  private static final String REFUSED =
      """
      ptrace              101  117
      pivot_root          155   41
      chroot              161   51
      mount               165   40
      umount2             166   39
      swapon              167  224
      swapoff             168  225
      reboot              169  142
      init_module         175  105
      delete_module       176  106
      finit_module        313  273
      kexec_load          246  104
      kexec_file_load     320  294
      add_key             248  217
      request_key         249  218
      keyctl              250  219
      unshare             272   97
      setns               308  268
      perf_event_open     298  241
      bpf                 321  280
      userfaultfd         323  282
      name_to_handle_at   303  264
      open_by_handle_at   304  265
      process_vm_readv    310  270
      process_vm_writev   311  271
      kcmp                312  272
      memfd_create        319  279
      memfd_secret        447  447
      io_uring_setup      425  425
      io_uring_enter      426  426
      io_uring_register   427  427
      open_tree           428  428
      move_mount          429  429
      fsopen              430  430
      fsconfig            431  431
      fsmount             432  432
      fspick              433  433
      mount_setattr       442  442
      pidfd_open          434  434
      pidfd_getfd         438  438
      """;

  /** An architecture as the kernel's audit names it, its column above, and two calls' numbers. */
  private record Machine(int audit, int column, int socket, int ioctl) {
    List<Integer> refused() {
      return REFUSED.lines().map(line -> Integer.valueOf(line.split(" +", -1)[column])).toList();
    }
  }

  private static final Map<String, Machine> MACHINES =
      Map.of(
          "amd64", new Machine(0xC000_003E, 1, 41, 16),
          "aarch64", new Machine(0xC000_00B7, 2, 198, 29));

  private final List<int[]> program = new ArrayList<>();

  private SeccompFilter() {}

  /** The filter for this machine; empty for one whose system calls are not known here. */
  static Optional<byte[]> forThisMachine() {
    return Optional.ofNullable(MACHINES.get(System.getProperty("os.arch")))
        .map(machine -> new SeccompFilter().bytes(machine));
  }

  private byte[] bytes(Machine machine) {
    add(LOAD, 0, 0, 4);
    add(JUMP_IF_EQUAL, 1, 0, machine.audit());
    add(RETURN, 0, 0, KILL);
    add(LOAD, 0, 0, 0);
    add(JUMP_IF_GREATER_OR_EQUAL, 0, 1, X32_BIT);
    add(RETURN, 0, 0, ERROR | ENOSYS);
    for (int number : machine.refused()) {
      add(JUMP_IF_EQUAL, 0, 1, number);
      add(RETURN, 0, 0, ERROR | EPERM);
    }
    onlyFirstArguments(machine.socket(), FAMILIES);
    notSecondArguments(machine.ioctl(), TERMINAL_REQUESTS);
    add(RETURN, 0, 0, ALLOW);
    ByteBuffer bytes = ByteBuffer.allocate(program.size() * 8).order(ByteOrder.nativeOrder());
    for (int[] step : program) {
      bytes.putShort((short) step[0]).put((byte) step[1]).put((byte) step[2]).putInt(step[3]);
    }
    return bytes.array();
  }

  /** Allows the call with one of the values and refuses it with any other. */
  private void onlyFirstArguments(int call, int[] values) {
    add(JUMP_IF_EQUAL, 0, values.length + 3, call);
    add(LOAD, 0, 0, 16);
    for (int i = 0; i < values.length; i++) {
      add(JUMP_IF_EQUAL, values.length - i, 0, values[i]);
    }
    add(RETURN, 0, 0, ERROR | EAFNOSUPPORT);
    add(RETURN, 0, 0, ALLOW);
  }

  /** Refuses the call with one of the values and allows it with any other. */
  private void notSecondArguments(int call, int[] values) {
    add(JUMP_IF_EQUAL, 0, values.length + 3, call);
    add(LOAD, 0, 0, 24);
    for (int i = 0; i < values.length; i++) {
      add(JUMP_IF_EQUAL, values.length - i, 0, values[i]);
    }
    add(RETURN, 0, 0, ALLOW);
    add(RETURN, 0, 0, ERROR | EPERM);
  }

  private void add(int code, int ifTrue, int ifFalse, int value) {
    program.add(new int[] {code, ifTrue, ifFalse, value});
  }
}
