package dev.assay.batch;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import java.util.Objects;

/**
 * The hidden parts that problems draw anew, where they can.
 *
 * @param problems draw their own
 * @param seed secret: who knows it knows the examples and their labels
 */
record FreshHidden(Problems problems, long seed) implements HiddenSource {
  @Override
  public Dataset into(Dataset usual) throws DataException {
    DatasetEntry entry = usual.entry();
    return problems
        .find(entry.id())
        .map(Problem::variants)
        .flatMap(
            variants ->
                variants.stream()
                    .filter(variant -> variant.name().equals(entry.variant()))
                    .map(ProblemVariant::hiddenGenerator)
                    .filter(Objects::nonNull)
                    .findFirst())
        .orElseThrow(
            () -> new DataException(Sentence.of(FaultCode.HIDDEN_NOT_DRAWN, "data", entry.key())))
        .apply(seed)
        .into(usual);
  }
}
