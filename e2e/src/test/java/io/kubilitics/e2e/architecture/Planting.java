package io.kubilitics.e2e.architecture;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of a fence and asks the fence which of them it catches. */
record Planting(Fence fence, JavaClasses classes) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Kept open: opening the JDK and the class path anew takes longer than all the rest. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    static Planting of(Fence fence, Path folder) {
        compile(fence.sources().toList(), folder);
        return new Planting(fence, new ClassFileImporter().importPath(folder));
    }

    Set<String> caught() {
        List<String> complaints =
                fence.rule().evaluate(classes).getFailureReport().getDetails();
        return fence.sources()
                .map(Source::type)
                .filter(type -> complaints.stream().anyMatch(complaint -> isAbout(type, complaint)))
                .collect(toSet());
    }

    /** A complaint names its subject first, in angle brackets: the class itself or one of its members. */
    private static boolean isAbout(String type, String complaint) {
        String subject = complaint.substring(complaint.indexOf('<') + 1);
        return subject.startsWith(type + ">") || subject.startsWith(type + ".");
    }

    private static void compile(List<Source> sources, Path folder) {
        StringWriter messages = new StringWriter();
        var options = List.of("-proc:none", "-d", folder.toString());
        var units = sources.stream().map(Source::toFile).toList();
        if (!COMPILER.getTask(messages, FILES, null, options, null, units).call()) {
            throw new IllegalStateException("a planted source does not compile: " + messages);
        }
    }
}
