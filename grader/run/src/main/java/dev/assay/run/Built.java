package dev.assay.run;

/**
 * A builder that ran: its graph and its description lie in the grading's files, unread.
 *
 * @param processes that built it
 */
record Built(Compiled compiled, Processes processes) implements Stage {
  Started started() {
    return compiled.loaded().started();
  }

  @Override
  public Progress progress() {
    return compiled.progress().with(processes);
  }
}
