package mergedesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the code may not take from the machine, and how it may change it. */
class MachineTest {
    /** Methods of {@link java.nio.file.Files} that change a file or folder. */
    private static final Set<String> CHANGES = Set.of(
            "copy",
            "createDirectories",
            "createDirectory",
            "createFile",
            "createLink",
            "createSymbolicLink",
            "createTempDirectory",
            "createTempFile",
            "delete",
            "deleteIfExists",
            "move",
            "newBufferedWriter",
            "newByteChannel",
            "newOutputStream",
            "setAttribute",
            "setLastModifiedTime",
            "setOwner",
            "setPosixFilePermissions",
            "write",
            "writeString");

    /** Calls whose answer hangs on the machine's language, characters or time zone in any case. */
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "java.lang.String.formatted",
            "java.util.Locale.getDefault",
            "java.util.Scanner.<init>",
            "java.text.DecimalFormat.<init>",
            "java.text.MessageFormat.format",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.io.FileReader.<init>",
            "java.io.FileWriter.<init>",
            "java.util.Date.toString");

    /** Calls whose answer does so unless they are given a Locale, a Charset or a ZoneId. */
    private static final Set<String> LOCALISED = Set.of(
            "java.lang.String.format",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.util.Formatter.<init>",
            "java.util.Formatter.format",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintStream.<init>",
            "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getIntegerInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.NumberFormat.getCurrencyInstance",
            "java.text.SimpleDateFormat.<init>",
            "java.text.MessageFormat.<init>",
            "java.text.Collator.getInstance",
            "java.text.DecimalFormatSymbols.getInstance",
            "java.text.DecimalFormatSymbols.<init>",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.time.format.DateTimeFormatterBuilder.toFormatter",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedTime",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.temporal.WeekFields.of",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.io.InputStreamReader.<init>",
            "java.io.OutputStreamWriter.<init>");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mergedesk");

    /** What prints, reads or compares text does so alike wherever it runs: in every language, character set and time zone of the machine. */
    @Test
    void nothingDependsOnTheMachinesLanguageCharactersOrTimeZone() {
        noClasses()
                .should()
                .accessTargetWhere(describe("a default of the machine's", MachineTest::isOfTheMachine))
                .check(MAIN);
    }

    /** Calls that take a default where they could be given a Locale, a Charset or a ZoneId. */
    private static boolean isOfTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String call = access.getTargetOwner().getName() + "." + access.getName();
        List<JavaClass> types = target.getRawParameterTypes();
        boolean given = types.stream()
                .anyMatch(type -> Set.of(
                                "java.util.Locale",
                                "java.nio.charset.Charset",
                                "java.nio.charset.CharsetDecoder",
                                "java.time.ZoneId",
                                "java.time.Clock")
                        .contains(type.getName()));
        boolean bytes = types.stream().anyMatch(type -> type.getName().equals("[B"));
        return OF_THE_MACHINE.contains(call)
                || !given && LOCALISED.contains(call)
                || call.equals("java.lang.String.<init>") && bytes && !given
                || call.equals("java.lang.String.getBytes") && types.isEmpty();
    }

    /** So that a test sees every change of a file (CrashTest). A device is not changed by what is written to it. */
    @Test
    void filesAreChangedThroughOneDoorOnly() {
        Set<String> older = Set.of(
                "java.io.File",
                "java.io.FileWriter",
                "java.io.RandomAccessFile",
                "java.io.PrintStream",
                "java.util.Formatter");
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("mergedesk.results.RealDisk")
                .and()
                .doNotHaveFullyQualifiedName("mergedesk.results.Device")
                .should()
                .accessTargetWhere(describe(
                        "a change of a file that does not go through Disk",
                        access -> access.getTargetOwner().isEquivalentTo(java.nio.file.Files.class)
                                        && CHANGES.contains(access.getName())
                                || older.contains(access.getTargetOwner().getName())
                                        && access.getName().equals("<init>")))
                .check(MAIN);
    }
}
