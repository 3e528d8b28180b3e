import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Replays measured seconds of gradings over machines that fail, for several numbers of shards.
 *
 * <p>What it does is what the protocol does: answers are dealt into shards by expected seconds, the
 * longest first, each to the shard with least to do; a shard runs on one slot from its start to its
 * end; a slot that dies loses the answer it was grading and its shard's start; the rest of the
 * shard is submitted again when all others have ended, as `assay submit` does.
 */
final class Simulate {
  /** The start of a shard as measured: the queue's pause, Java, reading the plan, the doctor. */
  private static final double START = 8;

  /** Slots that a scheduler starts in a second, of Slurm on a busy machine. */
  private static final double STARTS_A_SECOND = 1.4;

  /** Dollars for a processor and an hour on a public cloud, preemptible, 2026. */
  private static final double HOURLY = 0.02;

  /** Failures of a slot in an hour: preemptible machines lose about one in twenty an hour. */
  private static final double FAILURES = 0.05;

  /** One slot in fifty is this much slower than others. */
  private static final double STRAGGLER = 2;

  private record Slot(int number, double free) {}

  private record Outcome(double makespan, double busy, double waste, int rounds) {}

  public static void main(String[] arguments) throws Exception {
    double[] measured = arguments.length > 0 ? read(arguments[0]) : typical();
    int slots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    System.out.printf(
        Locale.ROOT,
        "%d measured gradings, mean %.1f s, longest %.1f s; %d slots%n%n",
        measured.length,
        mean(measured),
        max(measured),
        slots);
    System.out.println("  answers   shards  answers/shard   makespan    waste  rounds     money");
    for (int answers : new int[] {10_000, 1_000_000}) {
      for (int shards : new int[] {64, 100, 200, 500, 1000, 5000, 10_000}) {
        print(answers, shards, run(measured, answers, shards, slots));
      }
      System.out.println();
    }
  }

  private static void print(int answers, int shards, Outcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "%9d %8d %14.1f %8.2f h %7.1f %% %6d %8.2f $%n",
        answers,
        shards,
        (double) answers / shards,
        outcome.makespan() / 3600,
        100 * outcome.waste() / outcome.busy(),
        outcome.rounds(),
        outcome.busy() / 3600 * HOURLY);
  }

  private static Outcome run(double[] measured, int answers, int shards, int slots) {
    Random random = new Random(7);
    double[] real = new double[answers];
    double[] expected = new double[answers];
    for (int i = 0; i < answers; i++) {
      real[i] = measured[random.nextInt(measured.length)];
      // A plan guesses: off by half to twice.
      expected[i] = real[i] * Math.exp(0.35 * random.nextGaussian());
    }
    List<List<Double>> left = deal(shards, real, expected);
    double[] speed = new double[slots];
    for (int i = 0; i < slots; i++) {
      speed[i] = random.nextInt(50) == 0 ? STRAGGLER : 1;
    }
    double time = 0;
    double busy = 0;
    double waste = 0;
    int rounds = 0;
    while (!left.isEmpty()) {
      rounds++;
      PriorityQueue<Slot> free =
          new PriorityQueue<>(Comparator.comparingDouble(Slot::free).thenComparing(Slot::number));
      for (int i = 0; i < slots; i++) {
        free.add(new Slot(i, time));
      }
      double end = time;
      double starts = time;
      List<List<Double>> again = new ArrayList<>();
      for (List<Double> shard : left) {
        Slot slot = free.remove();
        double begin = Math.max(slot.free(), starts);
        starts = begin + 1 / STARTS_A_SECOND / slots;
        double now = begin + START;
        waste += START;
        double dies = begin - Math.log(1 - random.nextDouble()) / FAILURES * 3600;
        List<Double> rest = new ArrayList<>();
        boolean dead = false;
        for (double seconds : shard) {
          double takes = seconds * speed[slot.number()];
          if (!dead && now + takes > dies) {
            waste += Math.max(0, dies - now);
            now = Math.max(now, dies);
            dead = true;
          }
          if (dead) {
            rest.add(seconds);
          } else {
            now += takes;
          }
        }
        if (!rest.isEmpty()) {
          again.add(rest);
        }
        busy += now - begin;
        end = Math.max(end, now);
        free.add(new Slot(slot.number(), now));
      }
      left = again;
      time = end;
    }
    return new Outcome(time, busy, waste, rounds);
  }

  private static List<List<Double>> deal(int shards, double[] real, double[] expected) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < real.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -expected[i]));
    List<List<Double>> dealt = new ArrayList<>();
    PriorityQueue<double[]> least =
        new PriorityQueue<>(
            Comparator.<double[]>comparingDouble(pile -> pile[0])
                .thenComparingDouble(pile -> pile[1]));
    for (int i = 0; i < shards; i++) {
      dealt.add(new ArrayList<>());
      least.add(new double[] {0, i});
    }
    for (int index : order) {
      double[] pile = least.remove();
      dealt.get((int) pile[1]).add(real[index]);
      least.add(new double[] {pile[0] + expected[index], pile[1]});
    }
    return dealt;
  }

  /** A class as one was measured: mostly small networks, some images, some that do not compile. */
  private static double[] typical() {
    Random random = new Random(3);
    double[] seconds = new double[2000];
    for (int i = 0; i < seconds.length; i++) {
      double kind = random.nextDouble();
      double median = kind < 0.15 ? 2 : kind < 0.65 ? 7 : kind < 0.95 ? 25 : 60;
      seconds[i] = median * Math.exp(0.4 * random.nextGaussian());
    }
    return seconds;
  }

  /** The seconds of a run's results, one number a line. */
  private static double[] read(String file) throws java.io.IOException {
    return java.nio.file.Files.readAllLines(java.nio.file.Path.of(file)).stream()
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double max(double[] values) {
    double max = 0;
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
