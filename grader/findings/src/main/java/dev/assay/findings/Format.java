package dev.assay.findings;

import dev.assay.commons.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which a gap shows its argument. */
enum Format {
  /** Shows the argument as it is. */
  PLAIN {
    @Override
    String show(Object value, Catalogue catalogue) {
      return plain(value, catalogue);
    }
  },
  /** A text or a sentence without the full stop at its end, for the middle of another. */
  CLAUSE {
    @Override
    String show(Object value, Catalogue catalogue) {
      return plain(value, catalogue).strip().replaceFirst("\\.$", "");
    }
  },
  /** A text or a sentence that begins with a small letter. */
  INNER {
    @Override
    String show(Object value, Catalogue catalogue) {
      String text = plain(value, catalogue);
      return text.isEmpty()
          ? text
          : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
  },
  /** Indented lines below the text; nothing where there are none. */
  LINES {
    @Override
    String show(Object value, Catalogue catalogue) {
      String text = plain(value, catalogue).strip();
      return text.isEmpty() ? "" : "\n    " + text.replace("\n", "\n    ");
    }
  },
  /** The elements of a list, a line each. */
  ROWS {
    @Override
    String show(Object value, Catalogue catalogue) {
      return ((List<?>) value)
          .stream().map(element -> plain(element, catalogue)).collect(Collectors.joining("\n"));
    }
  },
  /** The first ten elements of a list, and how many more there are. */
  SOME {
    @Override
    String show(Object value, Catalogue catalogue) {
      List<?> list = (List<?>) value;
      String shown = plain(list.subList(0, Math.min(SHOWN, list.size())), catalogue);
      return list.size() <= SHOWN
          ? shown
          : catalogue
              .template("AND_MORE")
              .fill(
                  Sentence.Arguments.of("shown", shown, "more", (long) list.size() - SHOWN),
                  catalogue);
    }
  },
  /** The elements of a list, with semicolons between them. */
  JOINED {
    @Override
    String show(Object value, Catalogue catalogue) {
      return ((List<?>) value)
          .stream().map(element -> plain(element, catalogue)).collect(Collectors.joining("; "));
    }
  },
  /** The elements of a list, of which one is to be chosen; a single text as it is. */
  OR {
    @Override
    String show(Object value, Catalogue catalogue) {
      return joined(value, "OR", catalogue);
    }
  },
  /** The elements of a list, all of which are meant; a single text as it is. */
  AND {
    @Override
    String show(Object value, Catalogue catalogue) {
      return joined(value, "AND", catalogue);
    }
  },
  /** A whole number without groups of digits. */
  DIGITS {
    @Override
    String show(Object value, Catalogue catalogue) {
      return String.valueOf(value);
    }
  },
  /** A number in two digits after the point. */
  DECIMAL2 {
    @Override
    String show(Object value, Catalogue catalogue) {
      return decimal(value, 2, catalogue);
    }
  },
  /** A number in three digits after the point. */
  DECIMAL3 {
    @Override
    String show(Object value, Catalogue catalogue) {
      return decimal(value, 3, catalogue);
    }
  },
  /** A number in three significant digits. */
  SHORT {
    @Override
    String show(Object value, Catalogue catalogue) {
      return value instanceof Number number
          ? String.format(Locale.ROOT, "%.3g", number.doubleValue())
          : plain(value, catalogue);
    }
  },
  /** A number in up to three significant digits, as one writes it in code: 0.001, 1e-6. */
  RATE {
    @Override
    String show(Object value, Catalogue catalogue) {
      return value instanceof Number number ? rate(number.doubleValue()) : plain(value, catalogue);
    }
  },
  /** A share as a percentage, in two significant digits below 10. */
  PERCENT {
    @Override
    String show(Object value, Catalogue catalogue) {
      if (!(value instanceof Number number)) {
        return plain(value, catalogue);
      }
      double percent = 100 * number.doubleValue();
      return (Math.abs(percent) >= 10 ? String.valueOf(Math.round(percent)) : rate(percent)) + " %";
    }
  },
  /** A number as Java writes it. */
  EXACT {
    @Override
    String show(Object value, Catalogue catalogue) {
      return String.valueOf(value);
    }
  },
  /** Millions, rounded up to one digit after the point, so that no excess disappears. */
  MILLIONS {
    @Override
    String show(Object value, Catalogue catalogue) {
      double millions = Math.ceil(((Number) value).doubleValue() / 1e5) / 10;
      return String.format(Locale.ROOT, "%,.1f", millions);
    }
  },
  /** A size: bytes below 10,000, else KiB, rounded up so that no excess disappears. */
  SIZE {
    @Override
    String show(Object value, Catalogue catalogue) {
      long bytes = ((Number) value).longValue();
      return bytes < 10_000
          ? catalogue.template("BYTES").fill(Sentence.Arguments.of("bytes", bytes), catalogue)
          : String.format(Locale.ROOT, "%,.1f KiB", Math.ceil(bytes / 102.4) / 10);
    }
  },
  /** Bytes as whole MiB, rounded down. */
  MEBIBYTES {
    @Override
    String show(Object value, Catalogue catalogue) {
      return String.valueOf(((Number) value).longValue() >> 20);
    }
  };

  private static final int SHOWN = 10;

  abstract String show(Object value, Catalogue catalogue);

  /**
   * The format of a name in small letters.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Format named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no format " + name + "."));
  }

  /** Joins the elements of a list by a template that takes the first and the other. */
  private static String joined(Object value, String key, Catalogue catalogue) {
    List<?> elements = value instanceof List<?> list ? list : List.of(value);
    return elements.stream()
        .map(element -> plain(element, catalogue))
        .reduce(
            (first, other) ->
                catalogue
                    .template(key)
                    .fill(Sentence.Arguments.of("first", first, "other", other), catalogue))
        .orElse("");
  }

  private static String plain(Object value, Catalogue catalogue) {
    if (value instanceof Sentence sentence) {
      return catalogue.text(sentence);
    } else if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> plain(element, catalogue))
          .collect(Collectors.joining(", "));
    } else if (value instanceof Long number) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    return value instanceof Double ? decimal(value, 4, catalogue) : String.valueOf(value);
  }

  private static String rate(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(3, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    if (Math.abs(value) >= 1e-4) {
      return rounded.toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** Shows a number, or says that it is none. */
  private static String decimal(Object value, int digits, Catalogue catalogue) {
    return value instanceof Number number
        ? Numbers.decimal(number.doubleValue(), digits)
        : catalogue.template("NOT_A_NUMBER").fill(Sentence.Arguments.of(), catalogue);
  }
}
