package io.kubilitics.e2e.architecture;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists only while a fence is tried. */
record Source(String type, String text) {

    static Source of(String type, String members) {
        return new Source(type, "package %s; public class %s { %s }".formatted(packageOf(type), nameOf(type), members));
    }

    static Source using(String type, String used) {
        return of(type, used + " used;");
    }

    static Source extending(String type, String extended) {
        return new Source(
                type, "package %s; public class %s extends %s {}".formatted(packageOf(type), nameOf(type), extended));
    }

    static Source empty(String type) {
        return of(type, "");
    }

    static Source nullMarked(String packageName) {
        return new Source(
                packageName + ".package-info", "@org.jspecify.annotations.NullMarked package " + packageName + ";");
    }

    static List<Source> empty(List<String> types) {
        return types.stream().map(Source::empty).toList();
    }

    /** One package per name below the root, the same class in each. */
    static List<Source> inEach(String[] packages, String name, String members) {
        return Arrays.stream(packages)
                .map(each -> of(Room.ROOT + each + "." + name, members))
                .toList();
    }

    JavaFileObject toFile() {
        return new SimpleJavaFileObject(
                URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String nameOf(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
