package dev.assay.pages.answer;

import dev.assay.report.GradeReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of several answers that a student handed in for a problem.
 *
 * @param report its result
 * @param handedIn when; null where it is not known
 * @param href the link to its page; null for the page itself
 */
public record Attempt(GradeReport report, @Nullable Instant handedIn, @Nullable String href) {}
