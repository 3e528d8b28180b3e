package dev.assay.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child process measures of its own cage before it reads its job, and so before any of a
 * candidate's code is there to lie about it.
 *
 * @param namespaces the kernel's names of its namespaces by kind, as {@code net ->
 *     net:[4026531840]}; empty where the system has none
 * @param status lines of {@code /proc/self/status} on privileges, by key; empty likewise
 * @param limits of its resources by the kernel's name, as {@code Max data size -> 1073741824}; one
 *     that is unlimited is missing
 * @param reach what it can get at
 */
public record Surroundings(
    Map<String, String> namespaces,
    Map<String, String> status,
    Map<String, Long> limits,
    Reach reach) {

  /**
   * What a process can get at.
   *
   * @param files those of the grader's files that it was told to look for and sees, as URIs
   * @param writable folders in which it could create a file
   * @param interfaces network interfaces; null where they cannot be listed
   * @param processes how many processes it sees; null likewise
   * @param terminal whether it can open the controlling terminal
   * @param environment names of its environment variables
   */
  public record Reach(
      List<String> files,
      List<String> writable,
      @Nullable List<String> interfaces,
      @Nullable Integer processes,
      boolean terminal,
      List<String> environment) {}
}
