package dev.assay.junit;

import dev.assay.batch.Assignments;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test method that grades an answer to a problem, as {@code assay grade} does.
 *
 * <p>The method becomes a test for each step: the answer compiles, builds, keeps the contract,
 * trains, reloads, reaches the threshold. A step fails if the answer does; the failure's text is
 * what {@code assay grade} shows. It ends with an error that is no {@link AssertionError} if the
 * grader failed. The steps after it are skipped.
 *
 * <p>The method's body is run once, when the answer has reached the threshold. It may be empty, or
 * ask for more: a parameter of the type {@code GradeReport} is the result.
 *
 * <p>Example:
 *
 * <pre>{@code
 * class IrisTest {
 *   @GradedProblem("iris")
 *   void iris() {}
 * }
 * }</pre>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(GradedProblemExtension.class)
public @interface GradedProblem {
  /** The problem's id, as {@code assay list} shows it. */
  String value();

  /**
   * The answer: a Java file, or a folder or zip of Java sources. A relative path begins at the
   * tests' working folder, which is the project's; default is that folder, whose tests and build
   * folders are left out.
   */
  String answer() default "";

  /** The data variant; default: the full data if it has been downloaded, otherwise the embedded. */
  String data() default Assignments.AUTO;
}
