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

  /** A machine's numbers, from the kernel's tables of system calls. */
  private record Machine(int audit, int socket, int ioctl, int[] refused) {}

  private static final Map<String, Machine> MACHINES =
      Map.of(
          "amd64",
          new Machine(
              0xC000_003E,
              41,
              16,
              new int[] {
                101, // ptrace
                155, 161, 165, 166, // pivot_root, chroot, mount, umount2
                167, 168, 169, // swapon, swapoff, reboot
                175, 176, 313, // init_module, delete_module, finit_module
                246, 320, // kexec_load, kexec_file_load
                248, 249, 250, // add_key, request_key, keyctl
                272, 308, // unshare, setns
                298, 321, 323, // perf_event_open, bpf, userfaultfd
                303, 304, // name_to_handle_at, open_by_handle_at
                310, 311, 312, // process_vm_readv, process_vm_writev, kcmp
                319, 447, // memfd_create, memfd_secret
                425, 426, 427, // io_uring_setup, io_uring_enter, io_uring_register
                428, 429, 430, 431, 432, 433, 442, // open_tree .. fspick, mount_setattr
                434, 438, // pidfd_open, pidfd_getfd
              }),
          "aarch64",
          new Machine(
              0xC000_00B7,
              198,
              29,
              new int[] {
                117, // ptrace
                41, 51, 40, 39, // pivot_root, chroot, mount, umount2
                224, 225, 142, // swapon, swapoff, reboot
                105, 106, 273, // init_module, delete_module, finit_module
                104, 294, // kexec_load, kexec_file_load
                217, 218, 219, // add_key, request_key, keyctl
                97, 268, // unshare, setns
                241, 280, 282, // perf_event_open, bpf, userfaultfd
                264, 265, // name_to_handle_at, open_by_handle_at
                270, 271, 272, // process_vm_readv, process_vm_writev, kcmp
                279, 447, // memfd_create, memfd_secret
                425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 434, 438, // as above
              }));

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

  /** For that call, returns: allowed with one of the values, refused with another. */
  private void onlyFirstArguments(int call, int[] values) {
    add(JUMP_IF_EQUAL, 0, values.length + 3, call);
    add(LOAD, 0, 0, 16);
    for (int i = 0; i < values.length; i++) {
      add(JUMP_IF_EQUAL, values.length - i, 0, values[i]);
    }
    add(RETURN, 0, 0, ERROR | EAFNOSUPPORT);
    add(RETURN, 0, 0, ALLOW);
  }

  /** For that call, returns: refused with one of the values, allowed with another. */
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
