package dev.assay.bench.run;

import dev.assay.bench.Outcome;
import java.util.List;

/** Behaves as its argument says. */
final class FakeProgram {
  private FakeProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("threads " + System.getenv("OMP_NUM_THREADS"));
    switch (args[0]) {
      case "trains" -> System.out.println(new Outcome("x", List.of(1.0), 0.5, 0.5, 1).toJson());
      case "fails" -> {
        System.err.println("a long story\nout of luck\n");
        System.exit(7);
      }
      case "hangs" -> Thread.sleep(Long.MAX_VALUE);
      default -> {}
    }
  }
}
