package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Portals;
import mergedesk.program.Program;

/**
 * Desks that have nothing to do with each other. Each island goes on by itself up to the next moment that all have in common, the end of an interval or a step of the timetable: with an event
 * queue of its own, which is short, and with contacts, agents and counters that stay near the processor meanwhile. That is conservative synchronisation (Chandy and Misra 1979)
 * without messages: nobody on one island can tell how far another has come.
 *
 * <p>Two desks are on one island if a group may take contacts of both, or if self-service of one ends at the other. All are on one where there is what looks at more than a desk: deferred
 * work, single files, campaigns, applications, plans. One thing looks at all desks in any run that drains: whether anybody is left after the end. So from the end on there are no islands any more,
 * and all happens in order. What recorders are told is in order on each island only; a recorder that wants all in order has all desks on one.
 */
final class Islands {
    private final int[] ofDesk;
    private final int[][] flows;

    private Islands(Program program, int[] ofDesk, int count) {
        this.ofDesk = ofDesk;
        int[] ofFlow = of(program.contacts().flowDesk());
        flows = new int[count][];
        for (int island = 0; island < count; island++) {
            flows[island] = where(ofFlow, island);
        }
    }

    private int[] of(int[] desks) {
        int[] islands = new int[desks.length];
        for (int i = 0; i < desks.length; i++) {
            islands[i] = ofDesk[desks[i]];
        }
        return islands;
    }

    private static int[] where(int[] numbers, int number) {
        int[] found = new int[numbers.length];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == number) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** All desks on one. */
    static Islands one(Program program) {
        return new Islands(program, new int[program.deskCount()], 1);
    }

    /** As many as there are. */
    static Islands of(Program program, Epoch epoch) {
        if (program.plan().any() || program.estate().any() || epoch.looksAfterEvents || epoch.defers) {
            return one(program);
        }
        int[] first = new int[program.deskCount()]; // by desk, one of the same island with a lower number, or itself
        for (int desk = 0; desk < first.length; desk++) {
            first[desk] = desk;
        }
        joinByRouting(first, program);
        joinByPortals(first, program);
        int[] number = new int[first.length];
        int count = 0;
        for (int desk = 0; desk < first.length; desk++) {
            number[desk] = first[desk] == desk ? count++ : number[root(first, desk)];
        }
        return new Islands(program, number, count);
    }

    private static void joinByRouting(int[] first, Program program) {
        int[] groupDesk = program.groups().desk();
        Program.Rows rows = program.routing().groupsOfQueue();
        for (int queue = 0; queue < program.routing().queueDesk().length; queue++) {
            for (int row = rows.offset()[queue]; row < rows.offset()[queue + 1]; row++) {
                join(first, program.routing().queueDesk()[queue], groupDesk[rows.partner()[row]]);
            }
        }
    }

    private static void joinByPortals(int[] first, Program program) {
        Portals portals = program.portals();
        int[] flowDesk = program.contacts().flowDesk();
        for (int flow = 0; flow < portals.portal().length; flow++) {
            if (portals.portal()[flow] != Portals.NONE) {
                join(first, flowDesk[flow], flowDesk[portals.becomes()[flow]]);
            }
        }
    }

    private static void join(int[] first, int desk, int other) {
        int a = root(first, desk);
        int b = root(first, other);
        first[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] first, int desk) {
        int root = desk;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    /** How many, at least 1. */
    int count() {
        return flows.length;
    }

    /** Where that happens which all have in common: apart, or on the only one. */
    int common() {
        return flows.length == 1 ? 0 : flows.length;
    }

    /** Flows of the island, in order. */
    int[] flows(int island) {
        return flows[island];
    }

    /** Island of the desk. */
    int ofDesk(int desk) {
        return ofDesk[desk];
    }
}
