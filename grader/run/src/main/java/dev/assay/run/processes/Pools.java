package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Processes that outlive a job: those that run code of ours only serve one grading after the other;
 * those that will run a candidate's code are started ahead, and run one builder each.
 *
 * <p>All are started by one thread, which lives until the pools are closed: with the thread that
 * starts it, bubblewrap's process would end.
 */
final class Pools implements AutoCloseable {
  /** The time that starting a process, without waiting until it is up, may take when all ends. */
  private static final int START_SECONDS = 30;

  private final Workers workers;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          body -> {
            Thread thread = new Thread(body, "process-starter");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<ServantKind, Deque<Servant>> idle = new HashMap<>();
  private final Map<ServantKind, Deque<Future<Servant>>> ahead = new HashMap<>();
  private final Set<ServantKind> begun = new HashSet<>();
  private final Deque<Future<PreparedBuilder>> builders = new ArrayDeque<>();
  private int dueSubmissions;
  private int dueBuilds;
  private boolean compiles;
  private boolean closed;

  Pools(Workers workers) {
    this.workers = workers;
  }

  /** Expects a number of submissions; for one alone its own process compiles and builds. */
  synchronized void expect(int submissions) {
    dueSubmissions += submissions;
    compiles |= submissions > 1;
  }

  /** Expects the builds of a submission that was compiled here. */
  synchronized void expectBuilds(int count) {
    dueBuilds += count;
  }

  synchronized boolean compiles() {
    return compiles;
  }

  /**
   * Starts the first process of its kind, which will be asked for soon.
   *
   * @param threads of TensorFlow's
   */
  synchronized void prepare(Role role, int threads) {
    ServantKind kind = new ServantKind(ServantKind.Service.valueOf(role.name()), threads);
    if (closed || !begun.add(kind)) {
      return;
    }
    queue(ahead, kind).add(starter.submit(() -> start(kind, ServantWear.LIFETIME_SECONDS)));
  }

  /**
   * Does a job.
   *
   * @return null where a process of its own must do it: there is none here for it, or what one said
   *     may be due to what it did before
   * @throws IOException when a process cannot be started, or its files not be written
   * @throws InterruptedException when the grader is ending
   */
  @Nullable Outcome run(Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    if (job instanceof Job.Build build) {
      return build(build, limitSeconds, log, listener);
    }
    ServantKind kind = ServantKind.of(job);
    if (kind == null) {
      return null;
    }
    if (kind.isCompiler()) {
      compileBegins();
    }
    Servant servant = take(kind, limitSeconds);
    boolean wasNew = servant.isNew();
    boolean stays = false;
    try {
      Outcome outcome = servant.run(job, limitSeconds, log, listener);
      stays = Servant.isPlain(outcome) && servant.isFit();
      boolean counts = wasNew || Servant.isPlain(outcome) || outcome instanceof Outcome.TimedOut;
      return counts && !(outcome instanceof Outcome.NeverStarted) ? outcome : null;
    } finally {
      if (stays) {
        giveBack(kind, servant);
      } else {
        servant.close();
      }
    }
  }

  private Servant take(ServantKind kind, int limitSeconds)
      throws IOException, InterruptedException {
    for (Servant servant = poll(kind); servant != null; servant = poll(kind)) {
      if (servant.hasTimeFor(limitSeconds)) {
        return servant;
      }
      servant.close();
    }
    synchronized (this) {
      begun.add(kind);
    }
    int lifetime = Math.max(ServantWear.LIFETIME_SECONDS, limitSeconds);
    return get(submit(() -> start(kind, lifetime)));
  }

  private @Nullable Servant poll(ServantKind kind) throws IOException, InterruptedException {
    Future<Servant> started;
    synchronized (this) {
      Servant waiting = queue(idle, kind).poll();
      if (waiting != null) {
        return waiting;
      }
      started = queue(ahead, kind).poll();
    }
    return started == null ? null : get(started);
  }

  private static <T> Deque<T> queue(Map<ServantKind, Deque<T>> queues, ServantKind kind) {
    return queues.computeIfAbsent(kind, key -> new ArrayDeque<>());
  }

  private <T> Future<T> submit(Callable<T> start) throws InterruptedException {
    synchronized (this) {
      if (!closed) {
        return starter.submit(start);
      }
    }
    throw new InterruptedException("the grader is ending");
  }

  private static <T> T get(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      } else if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Servant start(ServantKind kind, int lifetimeSeconds)
      throws IOException, InterruptedException {
    List<Path> shared =
        kind.isCompiler() ? Role.forCandidates(workers.installation().classPath()) : List.of();
    Exchange exchange = Exchange.create(shared);
    try {
      Job job = exchange.job(!kind.isCompiler());
      Worker worker = workers.start(kind.role(), job, lifetimeSeconds, exchange.idleLog());
      worker.tell();
      return new Servant(
          worker, exchange, new ServantWear(lifetimeSeconds, kind.role().limits().memoryBytes()));
    } catch (IOException | InterruptedException | RuntimeException e) {
      exchange.close();
      throw e;
    }
  }

  private void giveBack(ServantKind kind, Servant servant) throws IOException {
    boolean rests = rests(servant);
    synchronized (this) {
      if (rests && !closed) {
        queue(idle, kind).push(servant);
        return;
      }
    }
    servant.close();
  }

  /** A process that cannot rest has done its job all the same. */
  private static boolean rests(Servant servant) {
    try {
      servant.rest();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first builder starts while the first submission is compiled. */
  private synchronized void compileBegins() {
    if (builders.isEmpty()) {
      prepareBuilder();
    }
    dueSubmissions--;
  }

  private synchronized void prepareBuilder() {
    if (!closed) {
      builders.add(starter.submit(() -> PreparedBuilder.start(workers)));
    }
  }

  private @Nullable Outcome build(
      Job.Build job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    Future<PreparedBuilder> next;
    synchronized (this) {
      dueBuilds--;
      if (limitSeconds > PreparedBuilder.MAX_SECONDS) {
        return null;
      }
      next = builders.poll();
      if (next != null && (dueSubmissions > 0 || dueBuilds > 0)) {
        prepareBuilder();
      }
    }
    if (next == null) {
      return null;
    }
    try (PreparedBuilder builder = get(next)) {
      Outcome outcome = builder.run(job, limitSeconds, log, listener);
      // No class of the candidate was loaded yet.
      return outcome instanceof Outcome.NeverStarted ? null : outcome;
    }
  }

  /** The processes that wait, with all that they have started. */
  synchronized List<ProcessHandle> waiting() throws IOException, InterruptedException {
    List<ProcessHandle> waiting = new ArrayList<>();
    for (Deque<Servant> servants : idle.values()) {
      servants.forEach(servant -> servant.all().forEach(waiting::add));
    }
    for (Deque<Future<Servant>> servants : ahead.values()) {
      for (Future<Servant> servant : servants) {
        get(servant).all().forEach(waiting::add);
      }
    }
    for (Future<PreparedBuilder> builder : builders) {
      get(builder).all().forEach(waiting::add);
    }
    return waiting;
  }

  /** Ends all processes that wait; one that works is ended by whoever has it work. */
  @Override
  public void close() {
    List<AutoCloseable> waiting = new ArrayList<>();
    List<Future<? extends AutoCloseable>> starting = new ArrayList<>();
    synchronized (this) {
      closed = true;
      idle.values().forEach(waiting::addAll);
      idle.clear();
      ahead.values().forEach(starting::addAll);
      ahead.clear();
      starting.addAll(builders);
      builders.clear();
    }
    starter.shutdown();
    for (Future<? extends AutoCloseable> future : starting) {
      try {
        waiting.add(future.get(START_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException | TimeoutException e) {
        // One that was not started need not be ended.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    waiting.forEach(Pools::end);
  }

  private static void end(AutoCloseable process) {
    try {
      process.close();
    } catch (Exception e) {
      // Its folder stays until the grader ends; no grading needs it.
    }
  }
}
