package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the filter as the kernel does, on calls of amd64. */
class SeccompFilterTest {
  private static final int AMD64 = 0xC000_003E;
  private static final int ALLOW = 0x7fff_0000;
  private static final int KILL = 0x8000_0000;
  private static final int EPERM = 0x0005_0001;
  private static final int ENOSYS = 0x0005_0026;
  private static final int EAFNOSUPPORT = 0x0005_0061;

  @BeforeEach
  void onlyThere() {
    assumeTrue("amd64".equals(System.getProperty("os.arch")), "the numbers are those of amd64");
  }

  /** What the filter returns for a call: the classic filter's machine, as far as it is used. */
  private static int result(int architecture, int number, int first, int second) {
    ByteBuffer program =
        ByteBuffer.wrap(SeccompFilter.forThisMachine().orElseThrow())
            .order(ByteOrder.nativeOrder());
    int accumulator = 0;
    for (int at = 0; ; at++) {
      int code = program.getShort(8 * at);
      int ifTrue = program.get(8 * at + 2) & 0xff;
      int ifFalse = program.get(8 * at + 3) & 0xff;
      int value = program.getInt(8 * at + 4);
      switch (code) {
        case 0x20 ->
            accumulator =
                switch (value) {
                  case 0 -> number;
                  case 4 -> architecture;
                  case 16 -> first;
                  case 24 -> second;
                  default -> throw new IllegalStateException("load from " + value);
                };
        case 0x15 -> at += accumulator == value ? ifTrue : ifFalse;
        case 0x35 -> at += Integer.compareUnsigned(accumulator, value) >= 0 ? ifTrue : ifFalse;
        case 0x06 -> {
          return value;
        }
        default -> throw new IllegalStateException("code " + code);
      }
    }
  }

  @Test
  void whatJavaNeedsIsAllowed() {
    for (int call : new int[] {0, 1, 9, 56, 59, 202, 231, 257, 334, 435, 448}) {
      assertThat(result(AMD64, call, 0, 0)).as("call %d", call).isEqualTo(ALLOW);
    }
  }

  @Test
  void whatBreaksOutIsRefused() {
    for (int call : new int[] {101, 165, 248, 250, 272, 308, 310, 319, 321, 323, 425, 438, 447}) {
      assertThat(result(AMD64, call, 0, 0)).as("call %d", call).isEqualTo(EPERM);
    }
  }

  @Test
  void onlySocketsOfTheUsualFamiliesCanBeMade() {
    for (int family : new int[] {1, 2, 10}) {
      assertThat(result(AMD64, 41, family, 0)).isEqualTo(ALLOW);
    }
    for (int family : new int[] {0, 16, 17, 38, 40}) {
      assertThat(result(AMD64, 41, family, 0)).isEqualTo(EAFNOSUPPORT);
    }
  }

  @Test
  void nothingIsTypedIntoATerminal() {
    assertThat(result(AMD64, 16, 0, 0x5412)).isEqualTo(EPERM);
    assertThat(result(AMD64, 16, 0, 0x541C)).isEqualTo(EPERM);
    assertThat(result(AMD64, 16, 0, 0x5413)).isEqualTo(ALLOW);
  }

  @Test
  void otherArchitecturesCallsEndTheProcess() {
    assertThat(result(0x4000_0003, 0, 0, 0)).isEqualTo(KILL);
    assertThat(result(AMD64, 0x4000_0000 | 101, 0, 0)).isEqualTo(ENOSYS);
  }
}
