package dev.assay.datasets.catalogue;

import java.util.List;

/**
 * Catalogue entries of the published image sets.
 *
 * <p>The digests of the published files are those that libraries and package managers pin; the MD5
 * sums that torchvision and Zalando Research publish belong to the same files.
 */
final class PublishedImages {
  private static final String[] MNIST_MIRRORS = {
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/"
  };

  // The publisher's bucket has no HTTPS: the digest stands for the content.
  private static final String[] FASHION_MIRRORS = {
    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"
  };

  static final ImageLayout DIGITS =
      new ImageLayout(
          28, 28, Target.ofClasses("digit", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

  static final ImageLayout GARMENTS =
      new ImageLayout(
          28,
          28,
          Target.ofClasses(
              "garment",
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  private PublishedImages() {}

  static List<DatasetEntry> all() {
    return List.of(mnist(), fashionMnist());
  }

  private static DatasetEntry mnist() {
    return new DatasetEntry(
        "mnist",
        DatasetEntry.FULL,
        "MNIST",
        Origin.of(
            "Yann LeCun, Corinna Cortes, Christopher J. C. Burges: yann.lecun.com/exdb/mnist",
            "CC BY-SA 3.0",
            "LeCun, Y., Bottou, L., Bengio, Y., Haffner, P. (1998). Gradient-based learning"
                + " applied to document recognition. Proceedings of the IEEE 86(11), 2278-2324."),
        mnistFiles(),
        DIGITS,
        SplitRule.stratifiedBesideHidden(5_000, 60_000));
  }

  private static FileSet mnistFiles() {
    return FileSet.of(
        "mnist",
        DataFile.packed(
                "train-images-idx3-ubyte.gz",
                9_912_422,
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")
            .from(MNIST_MIRRORS),
        DataFile.packed(
                "train-labels-idx1-ubyte.gz",
                28_881,
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")
            .from(MNIST_MIRRORS),
        DataFile.packed(
                "t10k-images-idx3-ubyte.gz",
                1_648_877,
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")
            .from(MNIST_MIRRORS),
        DataFile.packed(
                "t10k-labels-idx1-ubyte.gz",
                4_542,
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")
            .from(MNIST_MIRRORS));
  }

  private static DatasetEntry fashionMnist() {
    return new DatasetEntry(
        "fashion-mnist",
        DatasetEntry.FULL,
        "Fashion-MNIST",
        Origin.of(
            "Zalando Research: github.com/zalandoresearch/fashion-mnist",
            "MIT",
            "Xiao, H., Rasul, K., Vollgraf, R. (2017). Fashion-MNIST: a novel image dataset for"
                + " benchmarking machine learning algorithms. arXiv:1708.07747."),
        fashionMnistFiles(),
        GARMENTS,
        SplitRule.stratifiedBesideHidden(5_000, 60_000));
  }

  private static FileSet fashionMnistFiles() {
    return FileSet.of(
        "fashion-mnist",
        DataFile.packed(
                "train-images-idx3-ubyte.gz",
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888")
            .from(FASHION_MIRRORS),
        DataFile.packed(
                "train-labels-idx1-ubyte.gz",
                29_515,
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")
            .from(FASHION_MIRRORS),
        DataFile.packed(
                "t10k-images-idx3-ubyte.gz",
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b")
            .from(FASHION_MIRRORS),
        DataFile.packed(
                "t10k-labels-idx1-ubyte.gz",
                5_148,
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")
            .from(FASHION_MIRRORS));
  }
}
