package mergedesk.failures;

import static org.apache.commons.math3.util.FastMath.PI;
import static org.apache.commons.math3.util.FastMath.exp;
import static org.apache.commons.math3.util.FastMath.log;
import static org.apache.commons.math3.util.FastMath.pow;
import static org.apache.commons.math3.util.FastMath.sqrt;

import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * A family of distributions with a scale and a shape, fitted by maximum likelihood.
 *
 * <p>Machines differ in how often they fail, so each has a scale of its own; the shape is common to all. For a given shape the best scale of each
 * machine is known in closed form, which leaves one number to search for. Machines with few lengths would pull the shape towards 1: leave them out.
 */
enum Family {
    /** Has no shape: it is 1. */
    EXPONENTIAL {
        @Override
        double bestShape(List<Lengths> machines) {
            return 1;
        }

        @Override
        double scale(Lengths machine, double shape) {
            return machine.mean();
        }

        @Override
        double logLikelihood(Lengths machine, double shape) {
            return -machine.count() * (log(machine.mean()) + 1);
        }

        @Override
        double below(double hours, double scale, double shape) {
            return 1 - exp(-hours / scale);
        }

        @Override
        double mean(double scale, double shape) {
            return scale;
        }
    },

    WEIBULL {
        @Override
        double scale(Lengths machine, double shape) {
            double sum = 0;
            for (double log : machine.logs()) {
                sum += exp(shape * (log - machine.meanLog()));
            }
            return exp(machine.meanLog()) * pow(sum / machine.count(), 1 / shape);
        }

        @Override
        double logLikelihood(Lengths machine, double shape) {
            return machine.count() * (log(shape) - shape * log(scale(machine, shape)) + (shape - 1) * machine.meanLog() - 1);
        }

        @Override
        double below(double hours, double scale, double shape) {
            return 1 - exp(-pow(hours / scale, shape));
        }

        @Override
        double mean(double scale, double shape) {
            return scale * Gamma.gamma(1 + 1 / shape);
        }
    },

    /** Its shape is the standard deviation of the logarithms, its scale the median. */
    LOGNORMAL {
        @Override
        double bestShape(List<Lengths> machines) {
            double squares = 0;
            long count = 0;
            for (Lengths machine : machines) {
                for (double log : machine.logs()) {
                    squares += (log - machine.meanLog()) * (log - machine.meanLog());
                }
                count += machine.count();
            }
            return sqrt(squares / count);
        }

        @Override
        double scale(Lengths machine, double shape) {
            return exp(machine.meanLog());
        }

        @Override
        double logLikelihood(Lengths machine, double shape) {
            double squares = 0;
            for (double log : machine.logs()) {
                squares += (log - machine.meanLog()) * (log - machine.meanLog());
            }
            return -machine.count() * (machine.meanLog() + log(shape) + log(2 * PI) / 2) - squares / (2 * shape * shape);
        }

        @Override
        double below(double hours, double scale, double shape) {
            return Erf.erfc(-log(hours / scale) / (shape * sqrt(2))) / 2;
        }

        @Override
        double mean(double scale, double shape) {
            return scale * exp(shape * shape / 2);
        }
    },

    GAMMA {
        @Override
        double scale(Lengths machine, double shape) {
            return machine.mean() / shape;
        }

        @Override
        double logLikelihood(Lengths machine, double shape) {
            return machine.count()
                    * ((shape - 1) * machine.meanLog() - shape - Gamma.logGamma(shape) - shape * log(machine.mean() / shape));
        }

        @Override
        double below(double hours, double scale, double shape) {
            return Gamma.regularizedGammaP(shape, hours / scale);
        }

        @Override
        double mean(double scale, double shape) {
            return scale * shape;
        }
    };

    private static final double LEAST_SHAPE = 0.02;
    private static final double GREATEST_SHAPE = 50;
    private static final double PRECISION = 1e-10;
    private static final int MOST_STEPS = 500;

    /** The shape under which all lengths together are most likely. */
    double bestShape(List<Lengths> machines) {
        double best = new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new UnivariateObjectiveFunction(logShape -> logLikelihood(machines, exp(logShape))),
                        GoalType.MAXIMIZE,
                        new SearchInterval(log(LEAST_SHAPE), log(GREATEST_SHAPE), 0),
                        new MaxEval(MOST_STEPS))
                .getPoint();
        return exp(best);
    }

    double logLikelihood(List<Lengths> machines, double shape) {
        return machines.stream().mapToDouble(machine -> logLikelihood(machine, shape)).sum();
    }

    /** The machine's most likely scale, in hours. */
    abstract double scale(Lengths machine, double shape);

    /** The logarithm of the likelihood at the machine's best scale. */
    abstract double logLikelihood(Lengths machine, double shape);

    /** The chance of a shorter length. */
    abstract double below(double hours, double scale, double shape);

    abstract double mean(double scale, double shape);
}
