package dev.assay.bench.run;

import java.nio.file.Path;
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
            new PythonContestant(python, bench.resolve("pytorch/train.py")))) {
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
