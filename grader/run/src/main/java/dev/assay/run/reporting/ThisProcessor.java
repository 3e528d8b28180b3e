package dev.assay.run.reporting;

import dev.assay.report.Processor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The processor of this machine, as Linux tells it in {@code /proc/cpuinfo}. */
public final class ThisProcessor {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final int LONGEST = 200;

  /**
   * What a processor needs for each of oneDNN's sets of instructions, the widest first.
   *
   * @see <a href="https://uxlfoundation.github.io/oneDNN/dev_guide_cpu_dispatcher_control.html">CPU
   *     Dispatcher Control, oneDNN Documentation</a>
   */
  private static final Map<String, List<String>> SETS = new LinkedHashMap<>();

  static {
    List<String> core = List.of("avx512f", "avx512bw", "avx512vl", "avx512dq");
    SETS.put("AVX512_CORE_AMX", List.of("amx_tile", "amx_int8", "amx_bf16"));
    SETS.put("AVX512_CORE_FP16", List.of("avx512_fp16"));
    SETS.put("AVX512_CORE_BF16", List.of("avx512_bf16"));
    SETS.put("AVX512_CORE_VNNI", List.of("avx512_vnni"));
    SETS.put("AVX512_CORE", core);
    SETS.put("AVX2_VNNI", List.of("avx_vnni", "avx2"));
    SETS.put("AVX2", List.of("avx2"));
    SETS.put("AVX", List.of("avx"));
    SETS.put("SSE41", List.of("sse4_1"));
  }

  private static final Processor CURRENT = read(LINUX);

  private ThisProcessor() {}

  /** The processor; {@link Processor#UNKNOWN} where the system does not tell. */
  public static Processor current() {
    return CURRENT;
  }

  /** The processor that a file in the form of {@code /proc/cpuinfo} describes. */
  static Processor read(Path file) {
    try {
      if (!Files.isReadable(file)) {
        return Processor.UNKNOWN;
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Processor(value(text, "model name"), instructions(value(text, "flags")));
    } catch (IOException e) {
      return Processor.UNKNOWN;
    }
  }

  private static @Nullable String instructions(@Nullable String flags) {
    if (flags == null) {
      return null;
    }
    Set<String> all = Set.copyOf(List.of(flags.split(" +")));
    return SETS.entrySet().stream()
        .filter(set -> all.containsAll(set.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The first value of that name; null where there is none. */
  private static @Nullable String value(String text, String name) {
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
        String value = line.substring(colon + 1).strip();
        boolean isModel = name.startsWith("model");
        String shown = isModel ? value.substring(0, Math.min(value.length(), LONGEST)) : value;
        return shown.isEmpty() ? null : shown;
      }
    }
    return null;
  }
}
