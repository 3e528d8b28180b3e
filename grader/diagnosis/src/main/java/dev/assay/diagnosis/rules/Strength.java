package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.LayerDraws;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * How much a model can fit, by its hidden layers.
 *
 * @param layer its widest hidden layer; empty where it has none
 * @param width how many units or filters that has
 * @param isSmall whether that is little for the problem's inputs
 * @param isHeldBack whether it has Dropout or penalties
 * @param dropped the largest share of values that a layer drops
 */
record Strength(String layer, int width, boolean isSmall, boolean isHeldBack, double dropped) {
  /** Units of a hidden layer that fit a table of some columns well; fewer may not. */
  private static final int TABLE = 8;

  /** Filters that see enough in a small image. */
  private static final int FILTERS = 16;

  /** Units that see enough in an image without convolutions. */
  private static final int PIXELS = 32;

  static Strength of(Observations observed) {
    DataPath path = observed.serving();
    Set<NodeDef> last = new LinkedHashSet<>(path.lastWeighted());
    List<NodeDef> hidden = path.weighted().stream().filter(node -> !last.contains(node)).toList();
    boolean image = observed.spec().input().shape().size() >= 2;
    String layer = "";
    int widest = 0;
    boolean convolves = false;
    for (NodeDef node : hidden) {
      List<Integer> kernel = path.kernel(node).orElseThrow().shape();
      int width = kernel.get(kernel.size() - 1);
      convolves |= node.getOp().contains("Conv");
      if (width > widest) {
        widest = width;
        layer = path.layer(node);
      }
    }
    int least = convolves ? FILTERS : image ? PIXELS + 1 : TABLE;
    LayerDraws random = observed.outline().training().random();
    double dropped =
        observed.manifest().layers().stream()
            .mapToDouble(each -> random.dropped(each.name()).orElse(0.0))
            .max()
            .orElse(0);
    boolean heldBack = dropped > 0 || !observed.outline().training().penalties().isEmpty();
    return new Strength(layer, widest, !hidden.isEmpty() && widest < least, heldBack, dropped);
  }
}
