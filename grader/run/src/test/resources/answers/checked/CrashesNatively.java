// CRASHED
// ended the process
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** A native crash in the process that runs the candidate's code is the candidate's. */
@Answers("iris")
final class CrashesNatively extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    new org.bytedeco.javacpp.BytePointer((org.bytedeco.javacpp.Pointer) null) {
      void crash() {
        address = 8;
        limit = 1;
        capacity = 1;
        put(0, (byte) 1);
      }
    }.crash();
    return super.build(spec);
  }
}
