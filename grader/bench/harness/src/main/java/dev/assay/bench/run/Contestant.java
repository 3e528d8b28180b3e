package dev.assay.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that trains: Assay or a peer. */
interface Contestant {
  /** How the command line and the table name it. */
  String id();

  /** Why it cannot run here, if so, in words for people. */
  Optional<String> obstacle();

  /**
   * The command that trains.
   *
   * @param job the file that says what
   * @param threads to use; only for libraries that can be told in no other way
   */
  List<String> command(Path job, int threads);

  /** What is put into the environment. */
  Map<String, String> environment(int threads);
}
