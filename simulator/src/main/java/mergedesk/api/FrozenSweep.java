package mergedesk.api;

import java.io.Serializable;
import java.util.Map;
import mergedesk.units.Internal;

/**
 * A sweep for machines that lack its files: {@link Sweeps#runner}.
 *
 * @param path that of the sweep file
 * @param files what each file held when it was read, by its name
 */
@Internal
public record FrozenSweep(String path, Map<String, byte[]> files) implements Serializable {
    private static final long serialVersionUID = 1L;
}
