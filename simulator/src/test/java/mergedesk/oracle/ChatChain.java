package mergedesk.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Agents with several chats each in steady state, everything exponential: a Markov chain on how many chats each agent has, whoever it is, and how many people wait. A newcomer goes to
 * the agent with the fewest. Shares no code with the simulator.
 */
final class ChatChain {
    private static final int MOST_WAITING = 80;

    private final double lambda;
    private final double mu;
    private final double theta;
    private final double[] speeds;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final double[] chance;

    /** Chats of the agents, fewest first, and people who wait. */
    private record State(List<Integer> chats, int waiting) {
        boolean isFull(int most) {
            return chats.get(0) == most;
        }

        State with(int agent, int more, int moreWaiting) {
            List<Integer> next = new ArrayList<>(chats);
            next.set(agent, next.get(agent) + more);
            next.sort(null);
            return new State(List.copyOf(next), waiting + moreWaiting);
        }
    }

    /** Rates in one unit of time; {@code speeds} of each of one, two, … chats of an agent. */
    ChatChain(double lambda, double mu, double theta, int agents, double... speeds) {
        this.lambda = lambda;
        this.mu = mu;
        this.theta = theta;
        this.speeds = speeds;
        number(new State(List.copyOf(java.util.Collections.nCopies(agents, 0)), 0));
        List<Map<State, Double>> rates = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Map<State, Double> from = rates(states.get(i));
            from.keySet().forEach(this::number);
            rates.add(from);
        }
        chance = solve(rates);
    }

    private int number(State state) {
        return numbers.computeIfAbsent(state, fresh -> {
            states.add(fresh);
            return states.size() - 1;
        });
    }

    private Map<State, Double> rates(State state) {
        Map<State, Double> rates = new HashMap<>();
        if (!state.isFull(speeds.length)) {
            rates.merge(state.with(0, 1, 0), lambda, Double::sum);
        } else if (state.waiting < MOST_WAITING) {
            rates.merge(state.with(0, 0, 1), lambda, Double::sum);
        }
        for (int agent = 0; agent < state.chats.size(); agent++) {
            int chats = state.chats.get(agent);
            if (chats > 0) {
                State next = state.waiting > 0 ? state.with(agent, 0, -1) : state.with(agent, -1, 0);
                rates.merge(next, chats * speeds[chats - 1] * mu, Double::sum);
            }
        }
        if (state.waiting > 0) {
            rates.merge(state.with(0, 0, -1), state.waiting * theta, Double::sum);
        }
        return rates;
    }

    /** Balance of all states but one, and a sum of 1. */
    private double[] solve(List<Map<State, Double>> rates) {
        int size = states.size();
        RealMatrix balance = new Array2DRowRealMatrix(size, size);
        for (int from = 0; from < size; from++) {
            for (Map.Entry<State, Double> rate : rates.get(from).entrySet()) {
                balance.addToEntry(numbers.get(rate.getKey()), from, rate.getValue());
                balance.addToEntry(from, from, -rate.getValue());
            }
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        balance.setRow(0, ones);
        double[] sum = new double[size];
        sum[0] = 1;
        return new LUDecomposition(balance).getSolver().solve(new ArrayRealVector(sum)).toArray();
    }

    private double mean(ToDoubleFunction<State> of) {
        double mean = 0;
        for (int i = 0; i < chance.length; i++) {
            mean += chance[i] * of.applyAsDouble(states.get(i));
        }
        return mean;
    }

    /** Share of newcomers who must wait. */
    double delayed() {
        return mean(state -> state.isFull(speeds.length) ? 1 : 0);
    }

    double queue() {
        return mean(State::waiting);
    }

    double abandoned() {
        return queue() * theta / lambda;
    }

    /** Mean wait of all, by Little's law. */
    double waitAll() {
        return queue() / lambda;
    }

    /** Chats that the agents have in hand. */
    double chats() {
        return mean(state -> state.chats.stream().mapToInt(Integer::intValue).sum());
    }

    /** Agents who have any. */
    double busy() {
        return mean(state -> state.chats.stream().filter(chats -> chats > 0).count());
    }
}
