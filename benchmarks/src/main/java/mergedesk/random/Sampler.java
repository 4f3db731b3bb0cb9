package mergedesk.random;

import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.NormalGen;
import umontreal.ssj.rng.MRG32k3a;

/** Every sampler that is measured: ours, whose bits are those of contacts in turn, and those of others; with exact mean and variance. */
public enum Sampler {
    /** A uniform number keyed by contact and purpose, and nothing else. */
    KEYED_UNIFORM(seed -> keyed(seed, Streams::uniform), 0.5, 1.0 / 12),
    EXPONENTIAL(seed -> keyed(seed, Exponential::of), 1, 1),
    NORMAL(seed -> keyed(seed, Normal::of), 0, 1),
    GAMMA(seed -> keyed(seed, bits -> Gamma.of(2.5, bits)), 2.5, 2.5),
    LOGNORMAL(
            seed -> keyed(seed, bits -> Lognormal.of(0, 0.5, bits)),
            Math.exp(0.125),
            Math.expm1(0.25) * Math.exp(0.25)),
    /** Of shape 2. */
    WEIBULL(seed -> keyed(seed, bits -> Weibull.of(0.5, bits)), Math.sqrt(Math.PI) / 2, 1 - Math.PI / 4),

    MATH3_EXPONENTIAL(seed -> new ExponentialDistribution(new Well19937c(seed), 1)::sample, 1, 1),
    MATH3_NORMAL(seed -> new NormalDistribution(new Well19937c(seed), 0, 1)::sample, 0, 1),
    MATH3_GAMMA(seed -> new GammaDistribution(new Well19937c(seed), 2.5, 1)::sample, 2.5, 2.5),
    MATH3_LOGNORMAL(
            seed -> new LogNormalDistribution(new Well19937c(seed), 0, 0.5)::sample,
            Math.exp(0.125),
            Math.expm1(0.25) * Math.exp(0.25)),
    SSJ_EXPONENTIAL(seed -> new ExponentialGen(new MRG32k3a(), 1)::nextDouble, 1, 1),
    SSJ_NORMAL(seed -> new NormalGen(new MRG32k3a(), 0, 1)::nextDouble, 0, 1);

    private final LongFunction<DoubleSupplier> maker;
    private final double mean;
    private final double variance;

    Sampler(LongFunction<DoubleSupplier> maker, double mean, double variance) {
        this.maker = maker;
        this.mean = mean;
        this.variance = variance;
    }

    /** Draws one after the other; SSJ's begin where its package stands. */
    public DoubleSupplier create(long seed) {
        return maker.apply(seed);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    private static DoubleSupplier keyed(long seed, LongToDoubleFunction sampler) {
        long day = Streams.dayKey(Streams.runKey(seed, 0), Streams.CONTACT, 42, 0);
        return new DoubleSupplier() {
            private int ordinal;

            @Override
            public double getAsDouble() {
                return sampler.applyAsDouble(Streams.bits(Streams.ordinalKey(day, ordinal++), Streams.WORK));
            }
        };
    }
}
