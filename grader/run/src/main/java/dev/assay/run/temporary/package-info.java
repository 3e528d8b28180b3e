/** Private folders for what must not outlive a process, also where it is killed. */
@NullMarked
package dev.assay.run.temporary;

import org.jspecify.annotations.NullMarked;
