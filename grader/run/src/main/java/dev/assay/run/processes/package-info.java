/** Child processes: started, heard, ended. */
@NullMarked
package dev.assay.run.processes;

import org.jspecify.annotations.NullMarked;
