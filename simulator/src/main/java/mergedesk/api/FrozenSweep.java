package mergedesk.api;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import mergedesk.units.Internal;

/**
 * A sweep for machines that lack its files: {@link Sweeps#runner}.
 *
 * @param path that of the sweep file
 * @param files what each file held when it was read, by its name
 * @param inCode names of those that stand in no file, but in a program
 */
@Internal
public record FrozenSweep(String path, Map<String, byte[]> files, Set<String> inCode) implements Serializable {
    private static final long serialVersionUID = 1L;
}
