/** What an exam consists of: its problems, rules and data. */
@NullMarked
package dev.assay.exam.blueprint;

import org.jspecify.annotations.NullMarked;
