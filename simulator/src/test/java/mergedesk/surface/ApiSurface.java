package mergedesk.surface;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.Meaning;
import mergedesk.units.Internal;
import mergedesk.units.With;

/**
 * What programs may rely on: public types, and every type of ours that their public signatures name, a line for each type, what it is, and each of its members.
 *
 * <p>Left out: what is marked {@link Internal}; constructors of records that gain an argument with every component; what only the reader of scenarios fills; what every object, record and enum has.
 */
final class ApiSurface {
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final SortedSet<String> lines = new TreeSet<>();
    private final SortedSet<String> leaks = new TreeSet<>();

    private ApiSurface(Collection<Class<?>> roots) {
        roots.stream().filter(type -> Modifier.isPublic(type.getModifiers()) && !isInternal(type)).forEach(type -> reach(type, type));
        while (!open.isEmpty()) {
            describe(open.remove());
        }
    }

    static ApiSurface of(Collection<Class<?>> roots) {
        return new ApiSurface(roots);
    }

    SortedSet<String> lines() {
        return lines;
    }

    /** Types that public signatures name and nobody may rely on. */
    SortedSet<String> leaks() {
        return leaks;
    }

    Set<Class<?>> types() {
        return seen;
    }

    private static boolean isInternal(Class<?> type) {
        return type.isAnnotationPresent(Internal.class) || type.getDeclaringClass() != null && isInternal(type.getDeclaringClass());
    }

    private void reach(Type type, Class<?> from) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType(), from);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> reach(argument, from));
        } else if (type instanceof GenericArrayType array) {
            reach(array.getGenericComponentType(), from);
        } else if (type instanceof WildcardType wild) {
            Stream.of(wild.getUpperBounds(), wild.getLowerBounds()).flatMap(Stream::of).forEach(bound -> reach(bound, from));
        } else if (type instanceof Class<?> plain) {
            Class<?> inner = plain.isArray() ? plain.getComponentType() : plain;
            if (inner.isArray()) {
                reach(inner, from);
            } else if (inner.getName().startsWith("mergedesk.")) {
                reachOurs(inner, from);
            }
        }
    }

    private void reachOurs(Class<?> type, Class<?> from) {
        if (isInternal(type) || !Modifier.isPublic(type.getModifiers())) {
            leaks.add(type.getName() + " in " + from.getName());
        } else if (seen.add(type)) {
            open.add(type);
        }
    }

    private void describe(Class<?> type) {
        lines.add(type.getName() + ": " + kind(type));
        Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .filter(parent -> parent != Object.class && parent != Record.class && !parent.getTypeName().startsWith("java.lang.Enum"))
                .forEach(parent -> {
                    lines.add(type.getName() + ": is a " + parent.getTypeName());
                    reach(parent, type);
                });
        Stream.of(type.getClasses()).filter(inner -> inner.getDeclaringClass() == type && !isInternal(inner)).forEach(inner -> reach(inner, type));
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(inner -> reach(inner, type));
        }
        Stream.of(type.getDeclaredFields()).filter(this::isOffered).forEach(field -> add(type, field));
        Stream.of(type.getDeclaredConstructors()).filter(this::isOffered).filter(made -> !isOfRecordThatGrows(made)).forEach(made -> add(type, made));
        Stream.of(type.getDeclaredMethods()).filter(this::isOffered).filter(method -> !isGiven(type, method)).forEach(method -> add(type, method));
        toWrite(type).filter(method -> !isGiven(type, method)).forEach(method -> lines.add(Surface.demand(type.getName() + ":", method.getName() + arguments(method))));
    }

    /** What others must write to implement or extend a type, whichever of its supertypes says so. */
    private static Stream<Method> toWrite(Class<?> type) {
        if (type.isSealed() || type.isEnum() || Modifier.isFinal(type.getModifiers())) {
            return Stream.empty();
        }
        Map<String, Method> nearest = new LinkedHashMap<>();
        for (Class<?> here = type; here != null; here = here.getSuperclass()) {
            Stream.of(here.getDeclaredMethods()).filter(method -> !Modifier.isPrivate(method.getModifiers())).forEach(method -> nearest.putIfAbsent(erased(method), method));
        }
        Stream.of(type.getMethods()).forEach(method -> nearest.putIfAbsent(erased(method), method));
        return nearest.values().stream().filter(method -> Modifier.isAbstract(method.getModifiers()));
    }

    private static String erased(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static String kind(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        int modifiers = type.getModifiers();
        return (type.isSealed() ? "sealed " : "") + (!type.isInterface() && Modifier.isAbstract(modifiers) && !type.isEnum() ? "abstract " : "") + (kind.equals("class") && Modifier.isFinal(modifiers) ? "final " : "") + kind + parameters(type.getTypeParameters());
    }

    private <T extends AnnotatedElement & java.lang.reflect.Member> boolean isOffered(T member) {
        boolean visible = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(member.getDeclaringClass().getModifiers());
        return visible && !member.isSynthetic() && !member.isAnnotationPresent(Internal.class);
    }

    /** Others make results by their factories or not at all, and change records with {@link With}: these may gain components. */
    private static boolean isOfRecordThatGrows(Constructor<?> made) {
        Class<?> type = made.getDeclaringClass();
        return type.isRecord() && (With.class.isAssignableFrom(type) || !type.getName().startsWith("mergedesk.scenario."));
    }

    private static boolean isGiven(Class<?> type, Method method) {
        if (type.isRecord() && Stream.of(type.getRecordComponents()).anyMatch(part -> part.getAccessor().equals(method) && part.isAnnotationPresent(Meaning.class) && part.getAnnotation(Meaning.class).filledByReader())) {
            return true;
        }
        boolean ofObject = Stream.of("equals", "hashCode", "toString").anyMatch(method.getName()::equals);
        return ofObject || type.isEnum() && (method.getName().equals("values") || method.getName().equals("valueOf"));
    }

    private void add(Class<?> type, Field field) {
        reach(field.getGenericType(), type);
        lines.add(type.getName() + ": " + (field.isEnumConstant() ? "constant " : (Modifier.isStatic(field.getModifiers()) ? "static " : "") + field.getGenericType().getTypeName() + " ") + field.getName());
    }

    private void add(Class<?> type, Executable made) {
        Stream.of(made.getGenericParameterTypes()).forEach(parameter -> reach(parameter, type));
        Stream.of(made.getGenericExceptionTypes()).forEach(thrown -> reach(thrown, type));
        Stream.of(made.getTypeParameters()).flatMap(variable -> Stream.of(variable.getBounds())).forEach(bound -> reach(bound, type));
        String result = "new";
        if (made instanceof Method method) {
            reach(method.getGenericReturnType(), type);
            result = method.getGenericReturnType().getTypeName() + " " + method.getName();
        }
        lines.add(type.getName() + ": " + (Modifier.isStatic(made.getModifiers()) ? "static " : "") + (parameters(made.getTypeParameters()) + " ").replaceFirst("^ $", "") + result + arguments(made));
    }

    private static String arguments(Executable made) {
        String arguments = Arrays.stream(made.getGenericParameterTypes()).map(Type::getTypeName).collect(Collectors.joining(", ", "(", ")"));
        String thrown = Arrays.stream(made.getGenericExceptionTypes()).map(Type::getTypeName).collect(Collectors.joining(", "));
        return (made.isVarArgs() ? arguments.replaceFirst("\\[\\]\\)$", "...)") : arguments) + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + Arrays.stream(variable.getBounds()).map(Type::getTypeName).filter(bound -> !bound.equals("java.lang.Object")).collect(Collectors.joining(" & ", " extends ", "")).replaceFirst("^ extends $", ""))
                        .collect(Collectors.joining(", ", "<", ">"));
    }
}
