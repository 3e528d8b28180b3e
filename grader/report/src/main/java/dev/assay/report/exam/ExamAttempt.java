package dev.assay.report.exam;

import dev.assay.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a problem of an exam.
 *
 * @param number of all submissions to the problem, from 1
 * @param arrivedSeconds the time of the exam that had passed when it arrived
 * @param verdict how its grading ended; {@link Verdict#GRADER_ERROR} where the grader failed, which
 *     costs no attempt; null where it did not end
 * @param shown the score on the examples that attempts are scored on; null where there is none
 * @param released whether that score was significantly better than the best before
 */
public record ExamAttempt(
    int number,
    double arrivedSeconds,
    @Nullable Verdict verdict,
    @Nullable PartScore shown,
    boolean released) {}
