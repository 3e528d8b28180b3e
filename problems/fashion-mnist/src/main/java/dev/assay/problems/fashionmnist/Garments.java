package dev.assay.problems.fashionmnist;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.Target;

/**
 * The data of the problem: Fashion-MNIST, and the drawn garments that ship with Assay in its place.
 *
 * <p>The digests of the published files are those that libraries and package managers pin; the MD5
 * sums that torchvision and Zalando Research publish belong to the same files.
 */
final class Garments {
  // The publisher's bucket has no HTTPS: the digest stands for the content.
  private static final String[] MIRRORS = {
    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"
  };

  private static final ImageLayout GARMENTS =
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

  private Garments() {}

  static DatasetEntry full() {
    return new DatasetEntry(
        "fashion-mnist",
        DatasetEntry.FULL,
        "Fashion-MNIST",
        Origin.of(
            "Zalando Research: github.com/zalandoresearch/fashion-mnist",
            "MIT",
            "Xiao, H., Rasul, K., Vollgraf, R. (2017). Fashion-MNIST: a novel image dataset for"
                + " benchmarking machine learning algorithms. arXiv:1708.07747."),
        fullFiles(),
        GARMENTS,
        SplitRule.stratifiedBesideHidden(5_000, 60_000));
  }

  private static FileSet fullFiles() {
    return FileSet.of(
        "fashion-mnist",
        DataFile.packed(
                "train-images-idx3-ubyte.gz",
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888")
            .from(MIRRORS),
        DataFile.packed(
                "train-labels-idx1-ubyte.gz",
                29_515,
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")
            .from(MIRRORS),
        DataFile.packed(
                "t10k-images-idx3-ubyte.gz",
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b")
            .from(MIRRORS),
        DataFile.packed(
                "t10k-labels-idx1-ubyte.gz",
                5_148,
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")
            .from(MIRRORS));
  }

  static DatasetEntry embedded() {
    return new DatasetEntry(
        "fashion-mnist",
        DatasetEntry.EMBEDDED,
        "Drawn garments",
        Origin.of(
                "Assay's own seeded generator, dev.assay.problems.fashionmnist.garments; no photographs",
                "Apache-2.0",
                "class names: Xiao, H., Rasul, K., Vollgraf, R. (2017). Fashion-MNIST: a novel"
                    + " image dataset for benchmarking machine learning algorithms."
                    + " arXiv:1708.07747.")
            .standingInFor("Fashion-MNIST"),
        embeddedFiles(),
        GARMENTS,
        SplitRule.stratifiedBesideHidden(600, 6_000));
  }

  private static FileSet embeddedFiles() {
    return FileSet.of(
        "fashion-mnist",
        DataFile.packed(
            "train-images-idx3-ubyte.gz",
            1_679_531,
            "eb6d0f662e76a060dfeb86ee41b0960fc7d163546d80fe3f0b382bf03371dcee",
            "9b0ec4548b0fa66bc85896ae72a46db97e86946f2df1f17b4758d9574ef4627a"),
        DataFile.packed(
            "train-labels-idx1-ubyte.gz",
            3_096,
            "d50463d5c392ca07f4d9658d2ec62242ed8edd34abf7f5f6ad71cc7538d9da6f",
            "0985e32c63d763f75fa418f60104749326302fbe278a88caac4251c18fe3cecc"),
        DataFile.packed(
            "t10k-images-idx3-ubyte.gz",
            278_943,
            "c9b6a118e1d78d040b0878c2dce2f240ac42aa6e05609a7d1e8f19be26dc3dc2",
            "b42ad941296d269b4efa771e2c5b7562d7dfea798a6f6b0d0266c4657f771611"),
        DataFile.packed(
            "t10k-labels-idx1-ubyte.gz",
            524,
            "2d80ef06fab4438bd083b2854637618797b1b7943377edb6c9cae36211dc45b0",
            "1006897193d7a37865240a82a7925051ae673e814fc7c4aa8980499a6e4a098e"));
  }
}
