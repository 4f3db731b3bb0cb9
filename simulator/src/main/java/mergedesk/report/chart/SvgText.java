package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes Batik's tree as a short inline {@code svg} element.
 *
 * <p>Batik wraps shapes in nested groups that repeat every property. Here each shape carries what it needs itself: CSS
 * classes for its inks, and those properties that differ from SVG's defaults. Clip paths are left out: plots here draw
 * nothing beyond their axes, and ids would have to be unique in the page.
 */
final class SvgText {
    private static final Set<String> SHAPES =
            Set.of("line", "rect", "path", "polygon", "polyline", "circle", "ellipse", "text");
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("stroke-width", "1"),
            Map.entry("stroke-linecap", "butt"),
            Map.entry("stroke-linejoin", "miter"),
            Map.entry("stroke-dasharray", "none"),
            Map.entry("stroke-dashoffset", "0"),
            Map.entry("stroke-miterlimit", "4"),
            Map.entry("stroke-opacity", "1"),
            Map.entry("fill-opacity", "1"),
            Map.entry("opacity", "1"));
    /** Properties of strokes that make sense only where there is a stroke, in the order written. */
    private static final List<String> STROKE_PROPERTIES =
            List.of("stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-opacity");

    private static final Set<String> NOT_GEOMETRY = Set.of(
            "fill",
            "stroke",
            "clip-path",
            "text-rendering",
            "shape-rendering",
            "color-rendering",
            "image-rendering",
            "color-interpolation",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "fill-rule",
            "xml:space",
            "style");

    private final Element root;
    private final StringBuilder out = new StringBuilder();

    SvgText(Element root) {
        this.root = root;
    }

    String inline(int width, int height, String id, String title, String description) {
        out.append("<svg class=\"chart\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" role=\"img\" aria-labelledby=\"").append(id).append("-title\" aria-describedby=\"");
        out.append(id).append("-desc\">\n<title id=\"").append(id).append("-title\">");
        escape(title);
        out.append("</title>\n<desc id=\"").append(id).append("-desc\">");
        escape(description);
        out.append("</desc>\n");
        write(root, Map.of());
        return out.append("</svg>").toString();
    }

    private void write(Element element, Map<String, String> inherited) {
        if (element.getTagName().equals("defs")) {
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>(inherited);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            properties.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        if (SHAPES.contains(element.getTagName())) {
            writeShape(element, properties);
            return;
        }
        String transform = element.getAttribute("transform");
        properties.remove("transform");
        if (!transform.isEmpty()) {
            out.append("<g transform=\"").append(transform).append("\">\n");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                write(part, properties);
            }
        }
        if (!transform.isEmpty()) {
            out.append("</g>\n");
        }
    }

    private void writeShape(Element shape, Map<String, String> properties) {
        boolean text = shape.getTagName().equals("text");
        String fill = properties.getOrDefault("fill", "black");
        String stroke = text ? "none" : properties.getOrDefault("stroke", "none");
        boolean unseen = fill.equals("none")
                || properties.getOrDefault("fill-opacity", "1").equals("0");
        if (unseen && stroke.equals("none")) {
            return;
        }
        out.append('<').append(shape.getTagName());
        List<String> classes = new ArrayList<>();
        StringBuilder paints = new StringBuilder();
        paint("fill", "f-", fill, classes, paints);
        if (!stroke.equals("none")) {
            paint("stroke", "s-", stroke, classes, paints);
        }
        if (!classes.isEmpty()) {
            attribute("class", String.join(" ", classes));
        }
        out.append(paints);
        geometry(shape);
        if (!stroke.equals("none")) {
            STROKE_PROPERTIES.forEach(name -> property(name, properties));
        }
        property("fill-opacity", properties);
        if (text) {
            attribute("font-size", properties.getOrDefault("font-size", "").replace("px", ""));
            out.append('>');
            escape(shape.getTextContent());
            out.append("</text>\n");
        } else {
            out.append("/>\n");
        }
    }

    private void paint(String property, String prefix, String value, List<String> classes, StringBuilder paints) {
        Ink.ofSvg(value)
                .ifPresentOrElse(
                        ink -> classes.add(prefix + ink.css()),
                        () -> paints.append(' ')
                                .append(property)
                                .append("=\"")
                                .append(value)
                                .append('"'));
    }

    private void geometry(Element shape) {
        NamedNodeMap attributes = shape.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (!NOT_GEOMETRY.contains(name) && !DEFAULTS.containsKey(name)) {
                attribute(name, attributes.item(i).getNodeValue());
            }
        }
    }

    private void property(String name, Map<String, String> properties) {
        String value = properties.get(name);
        if (value != null && !value.equals(DEFAULTS.get(name))) {
            attribute(name, value);
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(character);
            }
        });
    }
}
