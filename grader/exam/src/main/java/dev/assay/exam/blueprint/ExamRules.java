package dev.assay.exam.blueprint;

/**
 * How an exam is sat.
 *
 * @param minutes until the deadline, in [1, 10080]
 * @param passMark the share of all points from which the exam is passed, in per cent, in [0, 100]
 * @param disclosure what an attempt's result tells before the end
 * @param pausable whether the clock may be stopped
 * @param rule how repeats become a result
 * @param repeats gradings of each attempt, in [1, 25]; 1 exactly where the rule is one
 */
public record ExamRules(
    int minutes,
    double passMark,
    Disclosure disclosure,
    boolean pausable,
    RepeatRule rule,
    int repeats) {
  /** A week. */
  public static final int MOST_MINUTES = 7 * 24 * 60;

  /** The most gradings of one attempt. */
  public static final int MOST_REPEATS = 25;

  /** Checks the components. */
  public ExamRules {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new IllegalArgumentException("minutes must be in [1, 10080]. Received: " + minutes);
    }
    if (!(passMark >= 0 && passMark <= 100)) {
      throw new IllegalArgumentException("passMark must be in [0, 100]. Received: " + passMark);
    }
    if (repeats < 1 || repeats > MOST_REPEATS || (rule == RepeatRule.ONE) != (repeats == 1)) {
      throw new IllegalArgumentException(
          "repeats must be in [2, 25], and 1 with the rule one. Received: " + repeats);
    }
  }

  /** The same rules with another time. */
  public ExamRules minutes(int newMinutes) {
    return new ExamRules(newMinutes, passMark, disclosure, pausable, rule, repeats);
  }
}
