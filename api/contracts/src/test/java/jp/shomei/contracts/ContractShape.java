package jp.shomei.contracts;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Draws everything that other rooms and stored messages can see of a type, as text. */
final class ContractShape {

    private ContractShape() {}

    static String of(List<Class<?>> types) {
        return types.stream().map(ContractShape::of).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String of(Class<?> type) {
        Stream<String> head = Stream.of(kind(type) + " " + type.getName() + components(type) + supertypes(type));
        Stream<String> body = Stream.concat(
                constants(type),
                Stream.concat(constructors(type), methods(type)).sorted());
        return Stream.concat(head, body.map(line -> "    " + line)).collect(Collectors.joining("\n"));
    }

    private static String kind(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? kind : kind + " (revision " + revision.value() + ")";
    }

    private static String components(Class<?> type) {
        if (!type.isRecord()) {
            return "";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(component -> marks(component, component.getAccessor(), field(component))
                        + typed(component.getAnnotatedType(), component.getGenericType())
                        + " "
                        + component.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String supertypes(Class<?> type) {
        String ours = Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .filter(parent -> !parent.getName().startsWith("java.lang."))
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        String permitted = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", " permits ", ""))
                : "";
        return (ours.isEmpty() ? "" : " is " + ours) + permitted;
    }

    private static Stream<String> constants(Class<?> type) {
        Stream<String> ofEnum = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                : Stream.empty();
        Stream<String> others = Arrays.stream(type.getFields())
                .filter(field -> field.getDeclaringClass().equals(type) && !field.isEnumConstant())
                .map(field -> simple(field.getGenericType()) + " " + field.getName() + " = " + valueOf(field))
                .sorted();
        return Stream.concat(ofEnum, others);
    }

    private static Stream<String> constructors(Class<?> type) {
        return type.isRecord()
                ? Stream.empty()
                : Arrays.stream(type.getConstructors())
                        .map((Constructor<?> made) -> "new " + type.getSimpleName() + parameters(made));
    }

    private static Stream<String> methods(Class<?> type) {
        List<String> accessors = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
        List<String> given = List.of("equals", "hashCode", "toString", "values", "valueOf");
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !given.contains(method.getName()))
                .filter(method -> method.getParameterCount() > 0 || !accessors.contains(method.getName()))
                .map(ContractShape::method);
    }

    private static String method(Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                + marks(method)
                + typed(method.getAnnotatedReturnType(), method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method);
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map((Parameter each) -> typed(each.getAnnotatedType(), each.getParameterizedType()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String typed(AnnotatedType annotated, Type type) {
        return simple(type) + (annotated.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String simple(Type type) {
        return type.getTypeName().replaceAll("\\b[a-z][a-z0-9]*\\.", "").replace('$', '.');
    }

    private static String marks(AnnotatedElement... elements) {
        TreeSet<String> names = new TreeSet<>(Comparator.naturalOrder());
        for (AnnotatedElement element : elements) {
            Arrays.stream(element.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(Class::getSimpleName)
                    .filter(name -> !name.equals("Nullable"))
                    .forEach(name -> names.add("@" + name + " "));
        }
        return String.join("", names);
    }

    private static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static @Nullable Object valueOf(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
