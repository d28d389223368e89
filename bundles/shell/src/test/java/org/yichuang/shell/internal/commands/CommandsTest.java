package org.yichuang.shell.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.Test;

public class CommandsTest {
    private static final Set<String> PROMISED = Set.of(
            "tenant:list",
            "tenant:show",
            "tenant:refusals",
            "module:list",
            "module:on",
            "module:off",
            "catalogue:import",
            "catalogue:list",
            "case:show",
            "case:trace",
            "exchange:list",
            "exchange:park",
            "exchange:replay",
            "exchange:keys",
            "exchange:rotate",
            "audit:verify",
            "calendar:import",
            "calendar:list",
            "account:security-admin",
            "yichuang:doctor");

    @Test
    public void everyPromisedCommandIsThereAndNoOther() throws Exception {
        Set<String> names = commands()
                .map(type -> type.getAnnotation(Command.class))
                .map(command -> command.scope() + ":" + command.name())
                .collect(Collectors.toSet());

        assertEquals(new TreeSet<>(PROMISED), new TreeSet<>(names));
    }

    @Test
    public void everyCommandIsFoundByKarafAndSpeaksBothLanguages() throws Exception {
        commands().forEach(type -> {
            assertTrue(type.getName(), type.isAnnotationPresent(Service.class));
            assertTrue(
                    type.getName(),
                    type.getAnnotation(Command.class).description().matches(".+ \\(.*[一-龥].*\\)"));
        });
    }

    @Test
    public void centresAndModulesAreCompleted() throws Exception {
        List<String> without = commands()
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Argument.class))
                .filter(field -> Set.of("centre", "module", "file").contains(field.getName()))
                .filter(field -> !field.isAnnotationPresent(Completion.class))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .toList();

        assertEquals(List.of(), without);
    }

    private static Stream<Class<?>> commands() throws IOException, URISyntaxException {
        Path folder = Path.of(OperatorCommand.class
                        .getResource("OperatorCommand.class")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            return all.stream()
                    .map(CommandsTest::load)
                    .filter(OperatorCommand.class::isAssignableFrom)
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()));
        }
    }

    private static Class<?> load(Path file) {
        String name = file.getFileName().toString().replace(".class", "");
        try {
            return Class.forName(OperatorCommand.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
