package mergedesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand on the edge of what can be read, and texts cut out of others. */
final class Splinters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    /** Numbers in place of numbers: most can be read, some are absurd. */
    private static final String[] NUMBERS = {
        "0", "1", "2", "3", "7", "0.5", "0.001", "0.000001", "0.000000000001", "10", "12.75", "60", "99", "100", "1000", "86400", "100000", "100001", "16777217", "2147483647",
        "2147483648", "9007199254740993", "999999999999999", "1000000000000000", "9223372036854775807", "9223372036854775808", "111,111", "1,000,000,000,000,000,000",
        "-1", "-0", "1e3", "0x1F", "1_000", "NaN", "Infinity", "٣", "½", "1.", ".5", "00", "36525", "36526", "292", "8760"
    };

    private static final String[] UNITS = {" s", " ms", " min", " h", " days", " weeks", " months", " year", " years", " %", " / s", " / min", " / hour", " / day", " / week", " / month", " / year", " per day", ""};

    private static final String[] WORDS = {
        "", " ", "null", "~", "true", "false", "yes", "always", "flat", "daily", "mon", "mon-fri", "fri-mon", "sat, sun", "drain", "cut", "serve", "keep", "callers", "attempts", "after_ivr", "england_and_wales",
        "exponential", "lognormal", "gamma", "weibull", "erlang", "uniform", "hyperexponential", "empirical", "constant", "triangular", "pert", "mixture", "self_service", "preview", "progressive", "predictive", "abandoned", "blocked", "turned_away", "totals",
        "sl_answered_of_offered", "wait_mean_all", "wait_p90", "occupancy", "occupancy_talk", "occupancy_with_wrap_up", "ASA", "occupancy_scheduled", "offered", "cost", "fte", "nope",
        "00:00", "08:30", "08:17", "23:59", "24:00", "25:00", "8:5", "08:00-18:00", "18:00-08:00", "00:00-24:00", "09:00-12:00, 11:00-15:00",
        "2011-04-04", "2011-02-30", "1900-01-01", "2200-12-31", "2201-01-01", "2011-12-30", "2011-03-27T01:30", "2011-10-30T01:30", "2025-03-30", "2011-04-04T08:00:00.123456789",
        "UTC", "Europe/London", "Pacific/Apia", "Australia/Lord_Howe", "America/New_York", "GMT+25", "+18:00", "£31,000 / year", "£0", "£0.01", "£10,000,000", "£10000001", "£999,999,999,999,999",
        "x", "\u00e9", "\uD83D\uDE00", "\u202e", "\u0000", "\u001b[31m", "\u2028", "\u0085", "\uFEFF", "=1+1", "S1", "S1.4", "A.b, C", "a.b", "a[0]", "[0]", "..", ".", "#", "none.csv", "main.yaml", ".", "/dev/null", "/proc/kmsg"
    };

    private Splinters() {}

    /** Any word. */
    static String word(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> pick(NUMBERS, random);
            case 1 -> pick(NUMBERS, random) + pick(UNITS, random);
            case 2 -> random.nextInt(40) == 0 ? pick(WORDS, random).repeat(1 + random.nextInt(20_000)) : pick(WORDS, random);
            default -> pick(WORDS, random);
        };
    }

    /** {@code text} with one of its numbers changed, or its unit; any word when it has no number. */
    static String renumbered(String text, Random random) {
        Matcher number = NUMBER.matcher(text);
        List<int[]> places = number.results().map(found -> new int[] {found.start(), found.end()}).toList();
        if (places.isEmpty()) {
            return word(random);
        }
        int[] place = places.get(random.nextInt(places.size()));
        if (random.nextInt(6) == 0) {
            return text.substring(0, place[1]) + pick(UNITS, random);
        }
        String other = random.nextBoolean() ? pick(NUMBERS, random) : scaled(text.substring(place[0], place[1]), random);
        return text.substring(0, place[0]) + other + text.substring(place[1]);
    }

    private static String scaled(String number, Random random) {
        if (number.length() > 15) {
            return "1";
        }
        double factor = switch (random.nextInt(4)) {
            case 0 -> 0.1;
            case 1 -> 10;
            case 2 -> 1_000;
            default -> random.nextDouble() * 3;
        };
        double value = Double.parseDouble(number) * factor;
        return value == Math.rint(value) && value < 1e15 ? String.valueOf((long) value) : number.contains(".") ? String.valueOf((float) value) : String.valueOf(Math.round(value));
    }

    /** {@code text} with some bytes or letters lost, doubled, swapped or strewn in. */
    static byte[] wounded(byte[] content, Random random) {
        byte[] bytes = content.clone();
        if (random.nextInt(80) == 0) {
            return bloated(bytes, random);
        }
        for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + (random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(4)));
            byte[] strewn = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> new byte[] {(byte) "\n\t :-,[]{}\"'#&*!|>%@`?~0".charAt(random.nextInt(24))};
                case 3 -> Input.bytes(word(random));
                case 4 -> java.util.Arrays.copyOfRange(bytes, random.nextInt(from + 1), from);
                default -> new byte[] {(byte) (bytes.length > from ? bytes[from] ^ 1 << random.nextInt(8) : 0)};
            };
            bytes = spliced(bytes, from, random.nextBoolean() ? from : to, strewn);
        }
        return bytes;
    }

    /** A piece of the text many times over. */
    private static byte[] bloated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
        String piece = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int times = Math.min(200_000, 2_000_000 / Math.max(1, piece.length()));
        return spliced(bytes, from, to, piece.repeat(1 + random.nextInt(times)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] strewn) {
        byte[] result = new byte[from + strewn.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(strewn, 0, result, from, strewn.length);
        System.arraycopy(bytes, to, result, from + strewn.length, bytes.length - to);
        return result;
    }

    static <T> T pick(T[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
