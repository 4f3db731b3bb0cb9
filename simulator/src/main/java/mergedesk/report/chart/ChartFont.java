package mergedesk.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * The font of charts: measured by {@link TextWidths}, never by the system.
 *
 * <p>Overrides what JFreeChart and Batik ask of a font while they lay out horizontal text; text at an angle would still
 * reach for the system's fonts.
 */
final class ChartFont extends Font {
    ChartFont(int size) {
        super("Arimo", Font.PLAIN, size);
    }

    @Override
    public String getFamily() {
        return name;
    }

    /** Batik asks for a copy at a common size, only to find out the family. */
    @Override
    public Font deriveFont(Map<? extends AttributedCharacterIterator.Attribute, ?> attributes) {
        return this;
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Lines(text.length(), size);
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return new Rectangle2D.Float(
                0,
                -TextWidths.ASCENT * size,
                TextWidths.of(text, size),
                (TextWidths.ASCENT + TextWidths.DESCENT) * size);
    }

    FontMetrics metrics() {
        return new Metrics(this);
    }

    private static final class Metrics extends FontMetrics {
        Metrics(ChartFont font) {
            super(font);
        }

        @Override
        public int getAscent() {
            return Math.round(TextWidths.ASCENT * font.getSize());
        }

        @Override
        public int getDescent() {
            return Math.round(TextWidths.DESCENT * font.getSize());
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(TextWidths.of(text, font.getSize()));
        }

        @Override
        public int charsWidth(char[] characters, int start, int length) {
            return stringWidth(new String(characters, start, length));
        }

        @Override
        public int charWidth(char character) {
            return stringWidth(String.valueOf(character));
        }

        @Override
        public int charWidth(int codePoint) {
            return stringWidth(Character.toString(codePoint));
        }

        @Override
        public LineMetrics getLineMetrics(String text, Graphics context) {
            return font.getLineMetrics(text, (FontRenderContext) null);
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics context) {
            return font.getStringBounds(text, (FontRenderContext) null);
        }
    }

    private static final class Lines extends LineMetrics {
        private final int characters;
        private final float size;

        Lines(int characters, float size) {
            this.characters = characters;
            this.size = size;
        }

        @Override
        public int getNumChars() {
            return characters;
        }

        @Override
        public float getAscent() {
            return TextWidths.ASCENT * size;
        }

        @Override
        public float getDescent() {
            return TextWidths.DESCENT * size;
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return Font.ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, -getAscent() / 2, -getAscent()};
        }

        @Override
        public float getStrikethroughOffset() {
            return -getAscent() / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return size / 14;
        }

        @Override
        public float getUnderlineOffset() {
            return size / 9;
        }

        @Override
        public float getUnderlineThickness() {
            return size / 14;
        }
    }
}
