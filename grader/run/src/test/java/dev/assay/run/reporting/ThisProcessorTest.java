package dev.assay.run.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThisProcessorTest {
  @TempDir private Path folder;

  private Processor read(String text) throws IOException {
    return ThisProcessor.read(Files.writeString(folder.resolve("cpuinfo"), text));
  }

  @ParameterizedTest
  @CsvSource({
    "fpu sse sse4_1, SSE41",
    "fpu sse4_1 avx, AVX",
    "sse4_1 avx avx2 fma, AVX2",
    "avx avx2 avx_vnni, AVX2_VNNI",
    "avx2 avx512f avx512bw avx512vl avx512dq, AVX512_CORE",
    "avx2 avx512f avx512bw avx512vl avx512dq avx512_vnni, AVX512_CORE_VNNI",
    "avx2 avx512f avx512_vnni avx512_bf16, AVX512_CORE_BF16",
  })
  void theWidestSetCounts(String flags, String instructions) throws IOException {
    String text =
        "processor\t: 0\nmodel name\t: AMD EPYC\nflags\t\t: " + flags + "\n\nflags\t: x\n";
    assertThat(read(text)).isEqualTo(new Processor("AMD EPYC", instructions));
  }

  @Test
  void whatIsNotToldIsUnknown() throws IOException {
    assertThat(read("processor: 0\nmodel name:\n")).isEqualTo(Processor.UNKNOWN);
    assertThat(ThisProcessor.read(folder.resolve("missing"))).isEqualTo(Processor.UNKNOWN);
    assertThat(read("flags: fpu mmx\n")).isEqualTo(Processor.UNKNOWN);
  }
}
