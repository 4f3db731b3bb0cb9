package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;

/** Recorded arrivals of all flows as blocks of ticks, see {@link Replay}. */
final class TraceBlocks {
    private final List<Replay.Block> blocks = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));

    /** Adds the next flow; one with a volume has no blocks. */
    void add(List<Replay.Block> ofFlow) {
        blocks.addAll(ofFlow);
        offsets.add(blocks.size());
    }

    int[] offsets() {
        return offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    long[] startTicks() {
        return blocks.stream().mapToLong(Replay.Block::startTick).toArray();
    }

    long[] endTicks() {
        return blocks.stream().mapToLong(Replay.Block::endTick).toArray();
    }

    int[] counts() {
        return blocks.stream().mapToInt(Replay.Block::count).toArray();
    }
}
