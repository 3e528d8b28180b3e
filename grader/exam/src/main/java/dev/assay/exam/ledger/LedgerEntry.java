package dev.assay.exam.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * An entry of a ledger.
 *
 * @param number from 1
 * @param kind what it records
 * @param time when it was made
 * @param elapsed the time of the exam that had passed, pauses left out
 * @param moved how far the system's time had been moved since the entry before, back where negative
 * @param data of its kind
 */
public record LedgerEntry(
    int number, EntryKind kind, ExamTime time, Duration elapsed, Duration moved, ObjectNode data) {}
