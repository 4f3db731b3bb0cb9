package mergedesk.scenario.tree;

import java.nio.file.Path;

/**
 * Where a value stands.
 *
 * @param file as the user would name it; {@code --set path=value} for a value of the command line
 * @param folder where files that the value names are looked for
 * @param line counted from 1, 0: no line
 * @param column counted from 1, 0: no column
 */
public record Place(String file, Path folder, int line, int column) {
    /** Whether this is a row of a CSV file, where a fault's path is a column and none of the scenario. */
    boolean isRow() {
        return line > 0 && column == 0;
    }

    /** The top of a file. */
    public static Place fileAsWhole(String file, Path folder) {
        return new Place(file, folder, 0, 0);
    }
}
