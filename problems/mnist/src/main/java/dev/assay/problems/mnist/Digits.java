package dev.assay.problems.mnist;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.Target;

/**
 * The data of the problem: MNIST, and the optical digits that ship with Assay in its place.
 *
 * <p>The digests of the published files are those that libraries and package managers pin; the MD5
 * sums that torchvision and Zalando Research publish belong to the same files.
 */
final class Digits {
  private static final String[] MIRRORS = {
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/"
  };

  private static final ImageLayout DIGITS =
      new ImageLayout(
          28, 28, Target.ofClasses("digit", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

  private Digits() {}

  static DatasetEntry full() {
    return new DatasetEntry(
        "mnist",
        DatasetEntry.FULL,
        "MNIST",
        Origin.of(
            "Yann LeCun, Corinna Cortes, Christopher J. C. Burges: yann.lecun.com/exdb/full",
            "CC BY-SA 3.0",
            "LeCun, Y., Bottou, L., Bengio, Y., Haffner, P. (1998). Gradient-based learning"
                + " applied to document recognition. Proceedings of the IEEE 86(11), 2278-2324."),
        fullFiles(),
        DIGITS,
        SplitRule.stratifiedBesideHidden(5_000, 60_000));
  }

  private static FileSet fullFiles() {
    return FileSet.of(
        "mnist",
        DataFile.packed(
                "train-images-idx3-ubyte.gz",
                9_912_422,
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")
            .from(MIRRORS),
        DataFile.packed(
                "train-labels-idx1-ubyte.gz",
                28_881,
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")
            .from(MIRRORS),
        DataFile.packed(
                "t10k-images-idx3-ubyte.gz",
                1_648_877,
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")
            .from(MIRRORS),
        DataFile.packed(
                "t10k-labels-idx1-ubyte.gz",
                4_542,
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")
            .from(MIRRORS));
  }

  static DatasetEntry embedded() {
    return new DatasetEntry(
        "mnist",
        DatasetEntry.EMBEDDED,
        "UCI optical digits",
        Origin.of(
                "UCI Machine Learning Repository, by way of scikit-learn 1.2.1 in Debian",
                "CC BY 4.0",
                "Alpaydin, E., Kaynak, C. (1998). Optical Recognition of Handwritten Digits. UCI"
                    + " Machine Learning Repository. doi:10.24432/C50P49")
            .standingInFor("MNIST"),
        FileSet.of(
            "mnist",
            DataFile.packed(
                "images-idx3-ubyte.gz",
                513_358,
                "e6a62745d6141553b5f1ec665491fa85ec8b0d4f486e7094aa26d6d0c08f1a56",
                "81c09279f898ef3bd94806deb6fc3e31b9cc4926d98195ee18f3ef5e74cddf1d"),
            DataFile.packed(
                "labels-idx1-ubyte.gz",
                145,
                "147c9192405199869317e6d9c62ea444f9770c3f8c6dd65035ba3a3690cc5460",
                "ce71631c1f31ce56fa54f31d1d498fafacff59b001e6c30c4a5e29508aa277ad")),
        DIGITS,
        SplitRule.stratified(400, 180, 1_797));
  }
}
