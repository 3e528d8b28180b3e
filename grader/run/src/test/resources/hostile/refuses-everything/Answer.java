import java.security.Permission;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  @SuppressWarnings("removal")
  void attack() {
    System.setSecurityManager(
        new SecurityManager() {
          @Override
          public void checkPermission(Permission permission) {
            throw new SecurityException("nobody may " + permission);
          }
        });
  }
}
