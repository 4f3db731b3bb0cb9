package mergedesk.report.chart;

import java.awt.Color;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a chart is drawn with, by meaning.
 *
 * <p>Each becomes a CSS class ({@code f-NAME} for fills, {@code s-NAME} for strokes) whose colour the page's style sheet
 * gives for light, dark and print. The colours here are the light ones, for whoever takes a drawing out of the page.
 * All must differ: a colour is how the drawing says which ink was meant.
 */
enum Ink {
    TEXT(0x1b1f24),
    MUTED(0x57606a),
    GRID(0xd8dee4),
    AXIS(0x8c959f),
    /** People at work and what they achieve. */
    MAIN(0x0b5cad),
    MAIN_AREA(0xb6d3ee),
    /** What callers bring. */
    LOAD(0xb34700),
    /** What was asked for. */
    TARGET(0x8a1c7c),
    /** Five steps from low to high, told apart by lightness alone too. */
    RAMP_0(0x440154),
    RAMP_1(0x3b528b),
    RAMP_2(0x21918c),
    RAMP_3(0x44a83f),
    RAMP_4(0xb8a613);

    private static final Map<Color, Ink> BY_COLOUR = new HashMap<>();

    static {
        for (Ink ink : values()) {
            BY_COLOUR.put(ink.colour, ink);
        }
    }

    private final Color colour;

    Ink(int rgb) {
        colour = new Color(rgb);
    }

    Color colour() {
        return colour;
    }

    /** Name in CSS classes. */
    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ink of a colour as SVG writes it, such as rgb(27,31,36); empty when it is no ink's. */
    static Optional<Ink> ofSvg(String svgColour) {
        if (!svgColour.startsWith("rgb(")) {
            return Optional.empty();
        }
        String[] parts = svgColour.substring(4, svgColour.length() - 1).split(",", -1);
        return Optional.ofNullable(BY_COLOUR.get(new Color(
                Integer.parseInt(parts[0].strip()),
                Integer.parseInt(parts[1].strip()),
                Integer.parseInt(parts[2].strip()))));
    }
}
