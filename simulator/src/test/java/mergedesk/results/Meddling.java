package mergedesk.results;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** The real disk, but for what a test does before a change, by the name of {@link Disk}'s method and the path that it changes. */
final class Meddling {
    /** What the test does; an exception refuses the change. */
    interface Before {
        void change(String method, Path path) throws IOException;
    }

    private Meddling() {}

    static Disk disk(Before before) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    before.change(method.getName(), (Path) arguments[0]);
                    try {
                        return method.invoke(Disk.REAL, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
