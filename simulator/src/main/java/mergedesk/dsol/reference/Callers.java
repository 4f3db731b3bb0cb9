package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Incidents;
import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** People who call because an application is down. */
final class Callers {
    private final ServiceDeskModel model;
    private final Program program;
    private final Incidents table;
    private final Draws draws;
    private final WallClock clock;
    private final long runKey;
    private final long endTick;
    private final List<Application> applications = new ArrayList<>();

    /** Somebody who will call. */
    private record Call(long tick, int flow, long key, long outageTick) {}

    /** What is known of an application. */
    private final class Application {
        final int number;
        final List<Call> planned = new ArrayList<>(); // of users, in order
        final List<Surge> surges = new ArrayList<>();
        boolean down;
        int came;
        long outageTick;
        long expectedTick = Ticks.NEVER;
        SimEventInterface<Long> expected;

        Application(int number) {
            this.number = number;
            IntStream.range(table.offset()[number], table.offset()[number + 1]).forEach(row -> surges.add(new Surge(this, row)));
        }

        long rowKey(int row) {
            long ofApplication = Streams.undatedKey(runKey, Streams.INCIDENT, program.needs().applicationKey()[number]);
            return Streams.bits(Streams.bits(ofApplication, outageTick), program.demand().flowKey()[table.flow()[row]]);
        }

        void goesDown() {
            down = true;
            outageTick = model.now();
            surges.forEach(Surge::begin);
            for (int row = table.offset()[number]; row < table.offset()[number + 1]; row++) {
                for (int user = 0; user < table.users()[row]; user++) {
                    plan(row, Streams.ordinalKey(rowKey(row), user));
                }
            }
            planned.sort(Comparator.comparingLong(Call::tick)); // stable: of one tick in the order in which they were planned
            expect();
        }

        private void plan(int row, long key) {
            long tick = atWork(draws.untilIncidentCall(key, table.delay()[number]));
            double chance = table.calls()[number];
            boolean late = tick < Ticks.NEVER && tick - outageTick >= table.announcedTicks()[number];
            if (tick < endTick && draws.incidentLuck(key) < (late ? chance * (1 - table.lowers()[number]) : chance)) {
                planned.add(new Call(tick, table.flow()[row], key, outageTick));
            }
        }

        /** When users have worked so long since now. */
        private long atWork(long length) {
            long left = length;
            for (int row = table.workOffset()[number]; row < table.workOffset()[number + 1]; row++) {
                long from = Math.max(table.workStartTick()[row], model.now());
                long worked = Math.max(0, table.workEndTick()[row] - from);
                if (left < worked) {
                    return from + left;
                }
                left -= worked;
            }
            return Ticks.NEVER;
        }

        void comesBack() {
            down = false;
            if (!table.callsAfterRecovery()[number]) {
                planned.clear();
            }
            expect();
        }

        private Surge nextSurge() {
            return surges.stream().filter(surge -> surge.tick() < Ticks.NEVER).min(Comparator.comparingLong(Surge::tick)).orElse(null);
        }

        private void expect() {
            long ofUsers = planned.isEmpty() ? Ticks.NEVER : planned.get(0).tick;
            long tick = nextSurge() == null ? ofUsers : Math.min(ofUsers, nextSurge().tick());
            if (tick != expectedTick) {
                model.cancel(expected);
                expectedTick = tick;
                expected = tick < Ticks.NEVER ? model.at(tick, Kind.INCIDENT, this::call) : null;
            }
        }

        private void call() {
            expectedTick = Ticks.NEVER;
            expected = null;
            Surge surge = nextSurge();
            boolean ofUsers = !planned.isEmpty() && (surge == null || planned.get(0).tick <= surge.tick());
            Call call = ofUsers ? planned.remove(0) : surge.take();
            boolean isShort = table.parentWork()[number] >= 0 && model.now() - call.outageTick >= table.parentTicks()[number];
            int work = isShort ? table.parentWork()[number] : clock.inForce(program.contacts().work(), call.flow, model.now());
            Person person = new Person(call.flow, -2 - number, came++, call.key, model.now(), work);
            expect();
            model.callForOutage(person);
        }
    }

    /** Calls at a constant rate as long as an application is down. */
    private final class Surge {
        final Application application;
        final int row;
        int number;
        double time; // since the beginning of the outage

        Surge(Application application, int row) {
            this.application = application;
            this.row = row;
        }

        void begin() {
            number = 0;
            time = draws.gap(Streams.bits(application.rowKey(row), Streams.ARRIVAL), 0, table.surgeTicks()[row]);
        }

        /** When the next one calls; never while the application is up, or where nobody does. */
        long tick() {
            if (!application.down || Double.isInfinite(time)) {
                return Ticks.NEVER;
            }
            double tick = application.outageTick + Math.floor(time);
            return tick < endTick ? (long) tick : Ticks.NEVER;
        }

        Call take() {
            long tick = tick();
            number++;
            time += draws.gap(Streams.bits(application.rowKey(row), Streams.ARRIVAL), number, table.surgeTicks()[row]);
            return new Call(tick, table.flow()[row], Streams.ordinalKey(Streams.bits(application.rowKey(row), Streams.CONTACT), number), application.outageTick);
        }
    }

    Callers(ServiceDeskModel model, Program program, Draws draws, WallClock clock, long runKey) {
        this.model = model;
        this.program = program;
        table = program.incidents();
        this.draws = draws;
        this.clock = clock;
        this.runKey = runKey;
        endTick = program.horizon().cut() ? program.calendar().dayStartTick()[program.calendar().dayCount()] : program.horizon().endTick();
        IntStream.range(0, table.calls().length).forEach(number -> applications.add(new Application(number)));
    }

    /** An application goes down or comes back. */
    void turn(int application, boolean isUp) {
        if (isUp) {
            applications.get(application).comesBack();
        } else {
            applications.get(application).goesDown();
        }
    }
}
