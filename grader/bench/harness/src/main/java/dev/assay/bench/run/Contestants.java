package dev.assay.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is compared. */
final class Contestants {
  static final String ASSAY = "assay";

  /** Assay in its fast mode. */
  static final String FAST = ASSAY + "-fast";

  private static final String LINUX = "linux-x86_64";

  private Contestants() {}

  /** Whether it is Assay, in some mode. */
  static boolean isAssay(String id) {
    return id.startsWith(ASSAY);
  }

  /** All of them by id, Assay first. */
  static Map<String, Contestant> all(Path home, String python) {
    Path bench = home.resolve("grader/bench");
    Map<String, Contestant> all = new LinkedHashMap<>();
    for (Contestant contestant :
        List.of(
            assay(ASSAY, "REPRODUCIBLE", home, bench),
            assay(FAST, "FAST", home, bench),
            peer("djl", "Djl", Threading.OPENMP, bench),
            peer("kotlindl", "KotlinDl", Threading.PINNED, bench),
            peer("tribuo", "Tribuo", Threading.PINNED, bench),
            peer("dl4j", "Dl4j", Threading.OPENMP, bench),
            python("pytorch", python, "pytorch", "", bench, "torch"),
            python("keras", python, "keras", "tensorflow", bench, "keras", "tensorflow"),
            python("keras-xla", python, "keras", "xla", bench, "keras", "tensorflow"),
            python("keras-jax", python, "keras", "jax", bench, "keras", "jax"),
            python("jax", python, "jax", "", bench, "jax"))) {
      all.put(contestant.id(), contestant);
    }
    return all;
  }

  /** With the options that the grader starts its training processes with. */
  private static Contestant assay(String id, String mode, Path home, Path bench) {
    return new JavaContestant(
        id,
        "dev.assay.bench.assay.Main",
        List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=3",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Dorg.bytedeco.javacpp.pathsFirst=true",
            "-Djava.library.path=" + home.resolve("grader/keras/target/native"),
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "-Dorg.bytedeco.javacpp.maxbytes=0",
            "-Dorg.bytedeco.javacpp.findLibraries=false",
            "-Dassay.bench.mode=" + mode),
        Threading.JOB,
        "",
        bench);
  }

  private static Contestant python(
      String id, String python, String script, String mode, Path bench, String... modules) {
    List<String> imported = new ArrayList<>(List.of("numpy"));
    imported.addAll(List.of(modules));
    Path file = bench.resolve("python").resolve(script + "_peer.py");
    return new PythonContestant(id, python, file, mode, imported);
  }

  /** With Java's default options; natives are unpacked below the benchmark's own folder. */
  private static Contestant peer(String id, String name, Threading threading, Path bench) {
    Path cache = bench.resolve(id).resolve("target/cache");
    return new JavaContestant(
        id,
        "dev.assay.bench.%s.%s".formatted(id, name),
        List.of(
            "-Dorg.bytedeco.javacpp.cachedir=" + cache,
            "-DDJL_CACHE_DIR=" + cache,
            "-Dai.djl.offline=true"),
        threading,
        LINUX,
        bench);
  }
}
