package mergedesk.scenario.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Distribution.Shape;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Places;

/** Whether a distribution has the parameters of its shape, and no others. */
final class DistributionCheck {
    /** Each draw may look at all of them. */
    private static final int MOST_BRANCHES = 1_000;

    private static final List<String> PARAMETERS =
            List.of("mean", "cv", "shape", "phases", "low", "likely", "high", "branches", "values", "file", "mixture");
    /** Shares are written with few digits; three of 33.3 % do not reach 100 %. */
    private static final double SHARE_TOLERANCE = 0.0015;

    private final Places places;

    DistributionCheck(Places places) {
        this.places = places;
    }

    /** Checks {@code distribution}, which may be null. */
    void check(Distribution distribution, String path) {
        if (distribution == null) {
            return;
        }
        if (distribution.byTime().isEmpty() && !places.written(path + ".by_time")) {
            checkOne(distribution, path);
            return;
        }
        for (String key : places.keys(path)) {
            if (!key.equals("by_time")) {
                places.fault(path + "." + key, "by_time stands alone", "move this into each entry of by_time");
            }
        }
        if (distribution.byTime().isEmpty()) {
            places.fault(path + ".by_time", "there is no entry", "write {\"00:00\": {distribution: ...}}");
        }
        for (String key : places.keys(path + ".by_time")) {
            String entry = path + ".by_time." + key;
            if (places.written(entry + ".by_time")) {
                places.fault(entry + ".by_time", "by_time cannot stand inside by_time", "write one list of times");
            }
            Distribution one = distribution.byTime().get(Times.timeOrNull(key));
            if (one != null) {
                checkOne(one, entry);
            }
        }
    }

    /** As {@link #check}, of a length that is the same at all times. */
    void checkTimeless(Distribution distribution, String path) {
        if (places.written(path + ".by_time")) {
            places.fault(path + ".by_time", "only work and patience vary by time of arrival", "write one distribution");
            return;
        }
        check(distribution, path);
    }

    /** As {@link #checkTimeless}, of a length of which a mean alone is enough, see {@link Distribution#orExponential}. */
    void checkFamilyOrMean(Distribution distribution, String path) {
        checkTimeless(distribution == null ? null : distribution.orExponential(), path);
    }

    private void checkOne(Distribution distribution, String path) {
        Shape shape = distribution.family();
        if (shape == null) {
            if (places.sound(path)) {
                places.fault(
                        path + ".distribution",
                        "the key distribution is missing",
                        "write one of " + String.join(", ", Syntaxes.names(Shape.class)) + "; or low, likely and high alone");
            }
            return;
        }
        String name = shape.name().toLowerCase(Locale.ROOT);
        Set<String> needed = needed(shape, path);
        for (String key : PARAMETERS) {
            boolean written = places.written(path + "." + key);
            if (written && !needed.contains(key)) {
                places.fault(
                        path + "." + key,
                        "the distribution " + name + " does not use " + key,
                        "remove it, or choose another distribution");
            } else if (!written && needed.contains(key)) {
                places.fault(
                        path + "." + key,
                        "the distribution " + name + " needs " + key,
                        "add it; it has "
                                + String.join(
                                        ", ",
                                        PARAMETERS.stream()
                                                .filter(needed::contains)
                                                .toList()));
            }
        }
        boolean sound = places.sound(path);
        for (int i = 0; i < distribution.mixture().size(); i++) {
            checkPart(distribution.mixture().get(i).length(), path + ".mixture[" + i + "].length");
        }
        if (sound) {
            checkValues(distribution, shape, path);
        }
    }

    private void checkPart(Distribution length, String path) {
        if (places.written(path + ".by_time")) {
            places.fault(path + ".by_time", "by_time cannot stand inside a mixture", "write by_time outside, with a mixture in each entry");
        } else if (length != null) {
            checkOne(length, path);
        }
    }

    private Set<String> needed(Shape shape, String path) {
        return switch (shape) {
            case HYPEREXPONENTIAL -> places.written(path + ".branches") ? Set.of("branches") : Set.of("mean", "cv");
            case EMPIRICAL -> places.written(path + ".file") ? Set.of("file") : Set.of("values");
            default -> shape.keys();
        };
    }

    private void checkValues(Distribution distribution, Shape shape, String path) {
        switch (shape) {
            case UNIFORM -> checkOrder(distribution.low(), distribution.high(), path + ".low", "the shortest is longer than the longest", "write the shorter time as low");
            case TRIANGULAR, PERT -> {
                checkOrder(distribution.low(), distribution.likely(), path + ".low", "the shortest is longer than the most likely", "write low, likely and high in rising order");
                checkOrder(distribution.likely(), distribution.high(), path + ".likely", "the most likely is longer than the longest", "write low, likely and high in rising order");
            }
            case HYPEREXPONENTIAL -> checkHyperexponential(distribution, path);
            case MIXTURE -> checkShares(distribution.mixture().stream().mapToDouble(Distribution.Part::share).toArray(), path + ".mixture");
            case EMPIRICAL -> {
                if (distribution.values().isEmpty()) {
                    places.fault(path, "there is no observed length", "give at least one value");
                }
            }
            default -> {}
        }
    }

    private void checkOrder(Duration first, Duration second, String path, String rule, String advice) {
        if (first.compareTo(second) > 0) {
            places.fault(path, rule, advice);
        }
    }

    private void checkHyperexponential(Distribution distribution, String path) {
        if (distribution.cv() == null) {
            checkShares(distribution.branches().stream().mapToDouble(Distribution.Branch::share).toArray(), path + ".branches");
        } else if (distribution.cv() < 1) {
            places.fault(
                    path + ".cv",
                    "a hyperexponential varies more than an exponential",
                    "write a cv of 100 % or more, or distribution: gamma");
        }
    }

    private void checkShares(double[] shares, String path) {
        double sum = Arrays.stream(shares).sum();
        if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
            places.fault(path, "the shares add up to " + Numbers.plain(Math.round(sum * 1e6) / 1e4) + " %", "make them add up to 100 %");
        }
        if (shares.length > MOST_BRANCHES) {
            String what = path.substring(path.lastIndexOf('.') + 1).equals("branches") ? "branches" : "distributions";
            places.fault(path, "more than 1,000 " + what, "join those whose means are alike");
        }
    }
}
