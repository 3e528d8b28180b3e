package dev.assay.cli.terminal;

import java.lang.reflect.Proxy;

/** Hears of SIGTERM without ending at once, which no public class of Java allows. */
public final class TermSignal {
  private TermSignal() {}

  /**
   * Runs something at the first SIGTERM; a second one ends the process as ever. Where signals
   * cannot be heard, the first one does.
   *
   * @param action is short
   * @return whether signals can be heard
   */
  public static boolean handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object term = signal.getConstructor(String.class).newInstance("TERM");
      Object usual = handler.getField("SIG_DFL").get(null);
      Object[] before = new Object[] {usual};
      Object once =
          Proxy.newProxyInstance(
              TermSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  signal.getMethod("handle", signal, handler).invoke(null, term, before[0]);
                  action.run();
                }
                return null;
              });
      before[0] = signal.getMethod("handle", signal, handler).invoke(null, term, once);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
