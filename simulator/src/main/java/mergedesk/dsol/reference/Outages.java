package mergedesk.dsol.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import mergedesk.program.Estate;
import mergedesk.program.Program;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** Components that fail and are repaired, and the applications that go down with them. After each event everything is looked at anew. */
final class Outages {
    private final ServiceDeskModel model;
    private final Estate estate;
    private final Draws draws;
    private final long runKey;
    private final long endTick;
    private final List<Component> components = new ArrayList<>(); // by number
    private final List<Component> inOrder = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final List<Queue<Component>> waiting = new ArrayList<>(); // by pool of crews
    private final int[] idleCrews;

    /** Something that may fail. */
    private final class Component {
        final int number;
        final boolean canFail;
        final List<Component> needs = new ArrayList<>();
        Application application; // whose software it is, if any
        boolean broken;
        int lives;
        long left; // of this life, while its clock stands
        SimEventInterface<Long> failure; // while its clock runs, unless that is beyond the end
        long failureTick;
        boolean running;

        Component(int number) {
            this.number = number;
            canFail = estate.every()[number] >= 0;
        }

        boolean isPowered() {
            return needs.stream().allMatch(Component::isUp) && (application == null || application.hasHosts());
        }

        boolean isUp() {
            return !broken && isPowered();
        }

        void beginLife() {
            lives++;
            left = draws.life(number, lives, runKey);
        }

        void lookAtClock() {
            boolean shouldRun = canFail && !broken && (estate.clockAlways()[number] || isPowered());
            if (shouldRun && !running) {
                failureTick = model.now() + left;
                failure = failureTick < endTick ? model.at(failureTick, Kind.FAILURE, this::fail) : null;
            } else if (!shouldRun && running) {
                model.cancel(failure);
                left = failureTick - model.now();
            }
            running = shouldRun;
        }

        void fail() {
            broken = true;
            running = false;
            int pool = estate.crew()[number];
            if (pool < 0) {
                beginRepair();
            } else if (idleCrews[pool] > 0) {
                idleCrews[pool]--;
                beginRepair();
            } else {
                waiting.get(pool).add(this);
            }
            lookAtEverything();
        }

        void beginRepair() {
            model.at(model.now() + draws.repair(number, lives, runKey), Kind.REPAIRED, this::isRepaired);
        }

        void isRepaired() {
            broken = false;
            beginLife();
            int pool = estate.crew()[number];
            if (pool >= 0) {
                Component next = waiting.get(pool).poll();
                if (next == null) {
                    idleCrews[pool]++;
                } else {
                    next.beginRepair();
                }
            }
            lookAtEverything();
        }
    }

    /** Software with its hosts. */
    private final class Application {
        final int number;
        final Component software;
        final List<Component> hosts = new ArrayList<>();
        boolean wasUp = true;

        Application(int number) {
            this.number = number;
            software = components.get(estate.applications().software()[number]);
            software.application = this;
        }

        boolean hasHosts() {
            return hosts.stream().filter(Component::isUp).count() >= estate.applications().needed()[Estate.SIDES * number];
        }

        void tell() {
            if (software.isUp() != wasUp) {
                wasUp = software.isUp();
                model.writeOf(wasUp ? "application_up" : "application_down", number);
                model.turn(number, wasUp);
            }
        }
    }

    Outages(ServiceDeskModel model, Program program, Draws draws, long runKey) {
        this.model = model;
        this.draws = draws;
        this.runKey = runKey;
        estate = program.estate();
        endTick = program.calendar().dayStartTick()[program.calendar().dayCount()];
        IntStream.range(0, estate.components()).forEach(number -> components.add(new Component(number)));
        IntStream.of(estate.order()).forEach(number -> inOrder.add(components.get(number)));
        IntStream.range(0, estate.applications().count()).forEach(number -> applications.add(new Application(number)));
        components.forEach(component -> rows(estate.neededBy(), component.number).forEach(other -> components.get(other).needs.add(component)));
        components.forEach(component -> rows(estate.sidesOf(), component.number).forEach(side -> applications.get(side / Estate.SIDES).hosts.add(component)));
        idleCrews = estate.crews().clone();
        IntStream.of(idleCrews).forEach(crews -> waiting.add(new ArrayDeque<>()));
    }

    private static IntStream rows(Estate.Lists lists, int of) {
        return IntStream.range(lists.offset()[of], lists.offset()[of + 1]).map(row -> lists.of()[row]);
    }

    /** Everything is up, and every clock begins. */
    void begin() {
        components.stream().filter(component -> component.canFail).forEach(component -> {
            component.beginLife();
            component.lookAtClock();
        });
    }

    private void lookAtEverything() {
        inOrder.forEach(Component::lookAtClock);
        inOrder.stream().filter(component -> component.application != null).forEach(component -> component.application.tell());
    }
}
