package dev.assay.batch.shards;

import static java.util.stream.Collectors.toSet;

import dev.assay.batch.Sharing.Claim;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The claims of graders on submissions: at any time one grader at most holds a submission.
 *
 * <p>A claim is a file {@code <submission>.<n>} with its grader's name, created in one step, which
 * is atomic on NFS too, and never changed or removed. The one with the highest number counts. A
 * grader whose heartbeat has not changed for a lease, as seen and timed by another, is dead: the
 * other claims with the next number. So no lock of a file system and no common clock is needed.
 */
final class Claims {
  private static final String DONE = ".done";

  private final Path folder;
  private final Path graders;
  private final Heartbeat heartbeat;
  private final Duration lease;
  private final LongSupplier nanos;
  private final Set<String> earlier;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  /** A heartbeat as it was when it last changed. */
  private record Seen(String sign, long since) {}

  /**
   * The claims of one grader.
   *
   * @param folder of all claims; it exists
   * @param graders the folder of the heartbeats
   * @param heartbeat the grader's own
   * @param lease after which a grader without a sign of life is dead
   * @param nanos a clock, as {@link System#nanoTime}
   */
  Claims(Path folder, Path graders, Heartbeat heartbeat, Duration lease, LongSupplier nanos)
      throws IOException {
    this.folder = folder;
    this.graders = graders;
    this.heartbeat = heartbeat;
    this.lease = lease;
    this.nanos = nanos;
    try (Stream<Path> list = Files.list(folder)) {
      earlier = list.map(Claims::name).filter(name -> name.endsWith(DONE)).collect(toSet());
    }
  }

  /**
   * Tries to claim a submission. What another grader holds may be asked for again later.
   *
   * <p>What another has finished since this grader began is not graded again: it may be a result
   * that a grader does not keep when it comes again, such as its own fault.
   */
  Claim take(String submission) throws IOException {
    int last = last(submission);
    if (last > 0) {
      Path mark = mark(submission, last);
      if (Files.exists(mark) && !earlier.contains(name(mark))) {
        return Claim.DONE;
      }
      if (isAlive(holder(submission, last))) {
        return Files.exists(mark) ? Claim.DONE : Claim.HELD;
      }
    }
    if (!create(file(submission, last + 1))) {
      return Claim.HELD;
    }
    held.put(submission, last + 1);
    return Claim.TAKEN;
  }

  /** Tells others that a submission has its results. */
  void finish(String submission) throws IOException {
    Integer own = held.get(submission);
    if (own != null) {
      Files.writeString(mark(submission, own), "");
    }
  }

  private Path mark(String submission, int number) {
    return folder.resolve(submission + "." + number + DONE);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Returns whether this grader still holds a submission that it has claimed. */
  boolean holds(String submission) throws IOException {
    Integer own = held.get(submission);
    return own != null
        && own == last(submission)
        && holder(submission, own).equals(heartbeat.name());
  }

  private boolean create(Path claim) throws IOException {
    try {
      Files.createLink(claim, heartbeat.token());
      return true;
    } catch (FileAlreadyExistsException e) {
      return isOurs(claim);
    } catch (IOException | UnsupportedOperationException e) {
      return createWithoutLinks(claim);
    }
  }

  /** NFS may repeat a request that succeeded, and report that the file exists. */
  private boolean isOurs(Path claim) throws IOException {
    return Files.readString(claim).equals(heartbeat.name());
  }

  private boolean createWithoutLinks(Path claim) throws IOException {
    try {
      Files.writeString(
          claim, heartbeat.name(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return isOurs(claim);
    }
  }

  private int last(String submission) {
    int last = 0;
    while (Files.exists(file(submission, last + 1))) {
      last++;
    }
    return last;
  }

  private Path file(String submission, int number) {
    return folder.resolve(submission + "." + number);
  }

  private String holder(String submission, int number) throws IOException {
    return Files.readString(file(submission, number));
  }

  /** Watches a grader: it is dead where its heartbeat is gone, or was the same for a lease. */
  private synchronized boolean isAlive(String grader) {
    if (grader.equals(heartbeat.name())) {
      return true;
    }
    // Where links are not to be had, a claim may be seen before its name is written.
    String sign = grader.isEmpty() ? "?" : Heartbeat.sign(graders, grader);
    if (sign.isEmpty()) {
      return false;
    }
    long now = nanos.getAsLong();
    Seen before = seen.get(grader);
    if (before == null || !before.sign().equals(sign)) {
      seen.put(grader, new Seen(sign, now));
      return true;
    }
    return now - before.since() < lease.toNanos();
  }
}
