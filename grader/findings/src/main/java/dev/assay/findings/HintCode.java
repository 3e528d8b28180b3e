package dev.assay.findings;

/** Cures for compile errors that students make. */
public enum HintCode implements TextCode {
  ADD_IMPORT
}
