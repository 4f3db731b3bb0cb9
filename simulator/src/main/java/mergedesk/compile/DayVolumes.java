package mergedesk.compile;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Volumes;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.units.Common;
import mergedesk.units.InCommon;

/**
 * The expected count of each flow on each civil day, before busyness.
 *
 * <pre>
 * expected(f, d) = total(f) × weight(f, d) ÷ Σ weight(f, e) over all days e of the reference year
 *                  × growth(f, d) × Π events(f, d) × holiday(f, d)
 *
 * reference year = the 12 months from the civil date of time.start on, see {@link ReferenceYear}
 * total(f)       = volume(f)                    basis callers
 *                = volume(f) × (1 − redials)    basis attempts, after_ivr
 * volume(f)      = what the volume says for the reference year; volume_per_head × population when given so
 * weight(f, d)   = weight of the weekday in the profile × weight of the month in the season
 *                  (on a day with a clock change: of the intervals that it has)
 * growth(f, d)   = (1 + g) ^ (years from time.start to d)
 * events(f, d)   = shape[d − first day] of each dated event that concerns the flow
 * holiday(f, d)  = volume of bank_holidays      when d is one
 *                = Π catch_up                   otherwise, see {@link CatchUp}
 * </pre>
 *
 * <p>So shapes and seasons only move contacts about within the reference year: without growth, events and holidays its days add up to
 * total(f).
 */
final class DayVolumes {
    /** Those of phases that are bare of amounts. */
    static final Common<BareTables.From, DayVolumes> COMMON = new Common<>(DayVolumes::new);

    private final Phases phases;
    private final TimeAxis time;
    private final DayShares shares;
    private final Volumes volumes;

    private DayVolumes(BareTables.From from, InCommon common) {
        phases = from.phases();
        time = from.time();
        Scenario first = phases.scenarios().get(0);
        Map<String, Flow> flows = first.flows();
        List<List<DayShares.OfFlow>> ofFlows = flows.keySet().stream().map(this::byPhase).toList();
        shares = common.of(DayShares.COMMON, new DayShares.From(time, from.holidays(), first.profiles(), first.seasons(), phases.ticks(), ofFlows));
        EventTable events = new EventTable(List.copyOf(flows.values()), first.events().values(), time.days().dates());
        volumes = new Volumes(
                shares.rowOfFlow(),
                shares.columnOfDay(),
                shares.columns(),
                shares.share(),
                shares.shape(),
                totals(phases, time),
                flows.values().stream().mapToDouble(flow -> flow.trace() == null ? flow.growth() : 0).toArray(),
                time.year().yearsTo(),
                events.days(),
                events.offsets(),
                events.factors(),
                events.flowOffsets(),
                events.flows());
    }

    /** What share of its total each flow has on each day. */
    DayShares shares() {
        return shares;
    }

    Volumes volumes() {
        return volumes;
    }

    /** Total of each flow in the reference year; 0 for recorded ones. */
    static double[] totals(Phases phases, TimeAxis time) {
        return phases.scenarios().get(0).flows().entrySet().stream().mapToDouble(flow -> flow.getValue().trace() == null ? unit(flow.getKey(), phases, time) : 0).toArray();
    }

    private List<DayShares.OfFlow> byPhase(String id) {
        double unit = unit(id, phases, time);
        return IntStream.range(0, phases.scenarios().size()).mapToObj(phase -> inPhase(phases.scenarios().get(phase), phases.flow(phase, id), unit)).toList();
    }

    private DayShares.OfFlow inPhase(Scenario phase, Flow flow, double unit) {
        double times = flow.trace() != null || unit == 0 ? 1 : total(flow, phases, time) / unit;
        return new DayShares.OfFlow(flow.profile(), phase.desks().get(flow.desk()).opening(), flow.season(), times);
    }

    /** What the totals of a flow are multiples of: the first that is more than 0, so that those who are there from the start are no different for what comes later. */
    private static double unit(String id, Phases phases, TimeAxis time) {
        return phases.scenarios().stream().map(phase -> phase.flows().get(id)).filter(flow -> flow.trace() == null).mapToDouble(flow -> total(flow, phases, time)).filter(total -> total > 0).findFirst().orElse(0);
    }

    private static double total(Flow flow, Phases phases, TimeAxis time) {
        double volume = flow.volume() != null
                ? time.year().count(flow.volume())
                : time.year().count(flow.volumePerHead()) * population(flow.council(), phases);
        return flow.basis() == Flow.Basis.CALLERS ? volume : volume * (1 - flow.redials());
    }

    private static double population(String council, Phases phases) {
        Double population = phases.scenarios().get(0).councils().get(council).population();
        if (population == null) {
            throw new IllegalArgumentException("councils." + council + ": no population for volume_per_head");
        }
        return population;
    }
}
