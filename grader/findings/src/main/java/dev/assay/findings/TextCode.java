package dev.assay.findings;

/**
 * A code that the catalogue has a text for.
 *
 * <p>Names are unique among all implementations: a name alone identifies a text, in a result and in
 * the catalogue.
 */
public sealed interface TextCode
    permits FindingCode,
        VerdictCode,
        FaultCode,
        NoteCode,
        HintCode,
        DataCode,
        TerminalCode,
        ExportCode,
        PageCode {
  /** The stable name, in capitals, such as {@code OVERFITTING}. */
  String name();
}
