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
    private Estate estate; // what holds now
    private final Draws draws;
    private final Desks desks;
    private final long runKey;
    private final long endTick;
    private final List<Component> components = new ArrayList<>(); // by number
    private final List<Component> inOrder = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final List<Queue<Component>> waiting = new ArrayList<>(); // by pool of crews
    private final int[] idleCrews;
    private Component broke; // in the event in progress

    /** Something that may fail. */
    private final class Component {
        final int number;
        boolean canFail;
        final List<Component> needs = new ArrayList<>();
        Application application; // whose software it is, if any
        boolean inMaintenance;
        boolean broken;
        int lives;
        int lifeOf = -1; // distribution of the life in progress, also while it cannot fail
        int window; // row, in progress or the next
        long left; // of this life, while its clock stands
        SimEventInterface<Long> failure; // while its clock runs, unless that is beyond the end
        long failureTick;
        boolean running;
        int heldBy; // failovers to its side during which it cannot fail
        int repairWaitsFor; // failovers

        Component(int number) {
            this.number = number;
            canFail = estate.every()[number] >= 0;
        }

        boolean isPowered() {
            return !inMaintenance && needs.stream().allMatch(Component::isUp) && (application == null || application.served);
        }

        boolean isUp() {
            return !broken && isPowered();
        }

        void beginLife() {
            lives++;
            lifeOf = estate.every()[number];
            left = draws.life(number, lifeOf, lives, runKey);
        }

        void lookAtClock() {
            boolean shouldRun = canFail && !broken && heldBy == 0 && (estate.clockAlways()[number] || isPowered());
            if (shouldRun && !running) {
                failureTick = model.now() + left;
                failure = failureTick < endTick ? model.at(failureTick, Kind.FAILURE, this::fail) : null;
            } else if (!shouldRun && running) {
                model.cancel(failure);
                left = failureTick - model.now();
            }
            running = shouldRun;
        }

        /** One window after the other; no two of a component touch. */
        void planWindow(int row) {
            window = row;
            if (row < estate.windows().offset()[number + 1]) {
                model.at(estate.windows().startTick()[row], Kind.WINDOW_BEGINS, () -> {
                    if (!inMaintenance) {
                        planEnd();
                        maintain(true);
                    }
                });
            }
        }

        private void planEnd() {
            int row = window;
            model.at(estate.windows().endTick()[row], Kind.WINDOW_ENDS, () -> {
                planWindow(row + 1);
                maintain(false);
            });
        }

        /** At a step of the plan, for what goes off at this very tick. */
        void goOffWithTheStep() {
            if (!inMaintenance && window < estate.windows().offset()[number + 1] && estate.windows().startTick()[window] == model.now()) {
                planEnd();
                inMaintenance = true;
            }
        }

        private void maintain(boolean begins) {
            inMaintenance = begins;
            lookAtEverything();
            tell();
        }

        /** From now on it fails at another rate, of which the share of this life that is left is the same. */
        void changeRate(int before, Estate next) {
            canFail = next.every()[number] >= 0;
            if (broken || next.every()[number] == before) {
                return;
            }
            if (running) {
                model.cancel(failure);
                running = false;
                left = failureTick - model.now();
            }
            if (canFail && lifeOf < 0) {
                beginLife();
            } else if (canFail) {
                left = Math.round(left * ((double) draws.life(number, next.every()[number], lives, runKey) / Math.max(1, draws.life(number, lifeOf, lives, runKey))));
                lifeOf = next.every()[number];
            }
        }

        void fail() {
            broken = true;
            running = false;
            broke = this;
            lookAtEverything();
            broke = null;
            if (repairWaitsFor == 0) {
                waitForCrew();
            }
            tell();
        }

        void waitForCrew() {
            int pool = estate.crew()[number];
            if (pool < 0) {
                beginRepair();
            } else if (estate.crewFlow()[pool] >= 0) {
                model.at(model.now(), Kind.REPAIR, () -> askDesk(estate.crewFlow()[pool]));
            } else if (idleCrews[pool] > 0) {
                idleCrews[pool]--;
                beginRepair();
            } else {
                waiting.get(pool).add(this);
            }
        }

        private void askDesk(int flow) {
            Person piece = new Person(flow, -2 - applications.size() - number, lives, number, model.now(), -1);
            piece.repair = draws.repair(number, lives, runKey);
            piece.whenRepaired = this::isRepaired;
            model.repairComes(piece);
        }

        void beginRepair() {
            model.at(model.now() + draws.repair(number, lives, runKey), Kind.REPAIRED, this::isRepaired);
        }

        void isRepaired() {
            broken = false;
            lifeOf = -1;
            if (canFail) {
                beginLife();
            }
            lookAtEverything();
            int pool = estate.crew()[number];
            if (pool >= 0 && estate.crewFlow()[pool] < 0) {
                Component next = waiting.get(pool).poll();
                if (next == null) {
                    idleCrews[pool]++;
                } else {
                    next.beginRepair();
                }
            }
            tell();
        }
    }

    /** Software with its hosts and its standby. */
    private final class Application {
        final int number;
        final Component software;
        final List<List<Component>> sides = List.of(new ArrayList<>(), new ArrayList<>());
        int servingSide;
        boolean isSettled; // since it was looked at last
        boolean bothWereDown;
        boolean served = true;
        boolean wasUp = true;
        int failovers; // that have been drawn
        int waysBack; // the same
        SimEventInterface<Long> failover; // under way
        SimEventInterface<Long> wayBack; // the same
        Component repairToCome; // when the failover is over
        int heldSide;

        Application(int number) {
            this.number = number;
            software = components.get(estate.applications().software()[number]);
            software.application = this;
        }

        List<List<Integer>> numbers() {
            return numbersIn(estate);
        }

        List<List<Integer>> numbersIn(Estate of) {
            return IntStream.range(0, Estate.SIDES).mapToObj(side -> components.stream().map(component -> component.number).filter(host -> rows(of.sidesOf(), host).anyMatch(one -> one == Estate.SIDES * number + side)).toList()).toList();
        }

        void settle() {
            if (failover != null) {
                model.cancel(failover);
                endFailover();
            }
            if (wayBack != null) {
                model.cancel(wayBack);
                wayBack = null;
            }
            isSettled = true;
        }

        boolean isWhole(int side) {
            return sides.get(side).stream().filter(Component::isUp).count() >= estate.applications().needed()[Estate.SIDES * number + side];
        }

        void look() {
            if (isSettled) {
                isSettled = false;
                servingSide = !isWhole(0) && isWhole(1) ? 1 : 0;
            }
            int other = 1 - servingSide;
            if (failover != null && (isWhole(servingSide) || !isWhole(other))) {
                model.cancel(failover);
                endFailover();
            }
            if (wayBack != null && !isWhole(other)) {
                model.cancel(wayBack);
                wayBack = null;
            }
            boolean nothingUnderWay = failover == null && wayBack == null;
            if (nothingUnderWay && isWhole(other) && !isWhole(servingSide)) {
                failOver(other);
            } else if (nothingUnderWay && isWhole(other) && servingSide == 1 && mayGoBack()) {
                goBack();
            }
            bothWereDown = !isWhole(0) && !isWhole(1);
            served = failover == null && wayBack == null && isWhole(servingSide);
        }

        private boolean mayGoBack() {
            return switch (estate.failovers().back()[number]) {
                case Estate.Failovers.AT_ONCE -> true;
                case Estate.Failovers.AFTER_HOURS -> rows(estate.applications().usedAt(), number).noneMatch(desk -> desks.desks.get(desk).open);
                default -> false;
            };
        }

        private void failOver(int other) {
            if (bothWereDown && estate.failovers().servesCold()[number]) {
                servingSide = other;
                return;
            }
            long ticks = draws.failover(number, ++failovers, runKey);
            if (ticks == 0) {
                servingSide = other;
                return;
            }
            failover = model.at(model.now() + ticks, Kind.SWITCHED, () -> {
                servingSide = other;
                endFailover();
                lookAtEverything();
                Outages.this.tell();
            });
            if (estate.failovers().repairWaits()[number] && broke != null) {
                repairToCome = broke;
                broke.repairWaitsFor++;
            }
            holdStandby(other, 1);
        }

        private void endFailover() {
            failover = null;
            holdStandby(heldSide, -1);
            if (repairToCome != null && --repairToCome.repairWaitsFor == 0) {
                repairToCome.waitForCrew();
            }
            repairToCome = null;
        }

        private void holdStandby(int side, int by) {
            heldSide = side;
            if (estate.failovers().standbyHolds()[number]) {
                sides.get(side).forEach(host -> {
                    host.heldBy += by;
                    host.lookAtClock();
                });
            }
        }

        private void goBack() {
            long ticks = draws.wayBack(number, ++waysBack, runKey);
            if (ticks == 0) {
                servingSide = 0;
                return;
            }
            wayBack = model.at(model.now() + ticks, Kind.SWITCHED, () -> {
                wayBack = null;
                servingSide = 0;
                lookAtEverything();
                Outages.this.tell();
            });
        }

        void tell() {
            wasUp = software.isUp();
            model.writeOf(wasUp ? "application_up" : "application_down", number);
            model.turn(number, wasUp);
        }
    }

    Outages(ServiceDeskModel model, Program program, Desks desks, Draws draws, long runKey) {
        this.model = model;
        this.desks = desks;
        this.draws = draws;
        this.runKey = runKey;
        estate = program.estate();
        endTick = program.calendar().dayStartTick()[program.calendar().dayCount()];
        IntStream.range(0, estate.components()).forEach(number -> components.add(new Component(number)));
        IntStream.range(0, estate.applications().count()).forEach(number -> applications.add(new Application(number)));
        layOut();
        idleCrews = estate.crews().clone();
        IntStream.of(idleCrews).forEach(crews -> waiting.add(new ArrayDeque<>()));
    }

    private void layOut() {
        inOrder.clear();
        IntStream.of(estate.order()).forEach(number -> inOrder.add(components.get(number)));
        components.forEach(component -> component.needs.clear());
        applications.forEach(application -> application.sides.forEach(List::clear));
        components.forEach(component -> rows(estate.neededBy(), component.number).forEach(other -> components.get(other).needs.add(component)));
        components.forEach(component -> rows(estate.sidesOf(), component.number).forEach(side -> applications.get(side / Estate.SIDES).sides.get(side % Estate.SIDES).add(component)));
    }

    /** From now on this estate holds. Applications that move serve from their hosts, and nothing of theirs is under way. */
    void begin(Estate next) {
        if (next == estate) {
            return;
        }
        List<List<List<Integer>>> sides = applications.stream().map(Application::numbers).toList();
        Estate before = estate;
        applications.stream().filter(application -> !application.numbersIn(next).equals(sides.get(application.number))).forEach(Application::settle);
        applications.stream().filter(application -> application.failover != null).forEach(application -> application.holdStandby(application.heldSide, -1));
        estate = next;
        draws.begin(next);
        layOut();
        components.forEach(Component::goOffWithTheStep);
        components.forEach(component -> component.changeRate(before.every()[component.number], next));
        applications.stream().filter(application -> application.failover != null).forEach(application -> application.holdStandby(application.heldSide, 1));
        lookAtEverything();
        tell();
    }

    private static IntStream rows(Estate.Lists lists, int of) {
        return IntStream.range(lists.offset()[of], lists.offset()[of + 1]).map(row -> lists.of()[row]);
    }

    /** Everything is up, and every clock begins. */
    void begin() {
        components.forEach(component -> {
            component.planWindow(estate.windows().offset()[component.number]);
            if (component.canFail) {
                component.beginLife();
                component.lookAtClock();
            }
        });
    }

    /** Doors may have turned. */
    void lookAtDoors() {
        if (estate.any()) {
            lookAtEverything();
            tell();
        }
    }

    private void lookAtEverything() {
        inOrder.forEach(component -> {
            if (component.application != null) {
                component.application.look();
            }
            component.lookAtClock();
        });
    }

    private void tell() {
        List<Application> changed = inOrder.stream().map(component -> component.application).filter(application -> application != null && application.software.isUp() != application.wasUp).toList();
        changed.forEach(Application::tell);
        if (!changed.isEmpty()) {
            model.followTurns(changed.stream().anyMatch(application -> !application.wasUp), changed.stream().anyMatch(application -> application.wasUp));
        }
    }
}
