package mergedesk.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A Markov chain of few states in steady state.
 *
 * @param <S> a state, a value
 */
final class Chain<S> {
    private final Map<S, Map<S, Double>> rates = new LinkedHashMap<>();
    private final Map<S, Double> chance = new HashMap<>();

    /** All states that can be reached from one, by the rates out of each; rates to itself do not count. */
    Chain(S from, Function<S, Map<S, Double>> ratesOf) {
        List<S> states = new ArrayList<>(List.of(from));
        for (int i = 0; i < states.size(); i++) {
            Map<S, Double> out = ratesOf.apply(states.get(i));
            rates.put(states.get(i), out);
            out.keySet().stream().filter(to -> !states.contains(to)).forEach(states::add);
        }
        double[] solution = solve(states);
        for (int i = 0; i < solution.length; i++) {
            chance.put(states.get(i), solution[i]);
        }
    }

    private double[] solve(List<S> states) {
        int n = states.size();
        RealMatrix balance = new Array2DRowRealMatrix(n, n);
        rates.forEach((from, out) -> out.forEach((to, rate) -> {
            balance.addToEntry(states.indexOf(to), states.indexOf(from), rate);
            balance.addToEntry(states.indexOf(from), states.indexOf(from), -rate);
        }));
        for (int i = 0; i < n; i++) {
            balance.setEntry(n - 1, i, 1);
        }
        double[] right = new double[n];
        right[n - 1] = 1;
        return new LUDecomposition(balance).getSolver().solve(new ArrayRealVector(right)).toArray();
    }

    /** Share of time in such states. */
    double chance(Predicate<S> of) {
        return chance.entrySet().stream().filter(entry -> of.test(entry.getKey())).mapToDouble(Map.Entry::getValue).sum();
    }

    /** Mean of a number over time. */
    double mean(ToDoubleFunction<S> of) {
        return chance.entrySet().stream().mapToDouble(entry -> of.applyAsDouble(entry.getKey()) * entry.getValue()).sum();
    }

    /** How often it goes from such states to others, in a unit of time. */
    double leaving(Predicate<S> of) {
        return rates.entrySet().stream()
                .filter(entry -> of.test(entry.getKey()))
                .mapToDouble(entry -> chance.get(entry.getKey())
                        * entry.getValue().entrySet().stream().filter(out -> of.negate().test(out.getKey())).mapToDouble(Map.Entry::getValue).sum())
                .sum();
    }
}
