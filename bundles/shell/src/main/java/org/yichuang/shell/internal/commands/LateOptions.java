package org.yichuang.shell.internal.commands;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;

/** Options behind the arguments, where people write them: Karaf takes them only in front. */
final class LateOptions {
    private LateOptions() {}

    /** Sets the option fields of a command from words that followed its arguments. */
    static void apply(OperatorCommand command, List<String> words) throws CommandException {
        if (words == null) {
            return;
        }
        for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
            String word = each.next();
            Field field = field(command, word)
                    .orElseThrow(() -> new CommandException(
                            word.startsWith("-")
                                    ? "没有选项 / No such option: " + word
                                    : "参数过多 / Too many arguments: " + word));
            set(command, field, each, word);
        }
    }

    private static Optional<Field> field(OperatorCommand command, String name) {
        return Stream.of(command.getClass(), OperatorCommand.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Option.class))
                .filter(field -> field.getAnnotation(Option.class).name().equals(name))
                .findFirst();
    }

    private static void set(OperatorCommand command, Field field, Iterator<String> rest, String name)
            throws CommandException {
        try {
            if (field.getType() == boolean.class) {
                field.setBoolean(command, true);
            } else if (!rest.hasNext()) {
                throw new CommandException("选项缺少值 / The option needs a value: " + name);
            } else if (field.getType() == int.class) {
                field.setInt(command, Integer.parseInt(rest.next()));
            } else {
                field.set(command, rest.next());
            }
        } catch (NumberFormatException e) {
            throw new CommandException("选项的值须为整数 / The option needs a whole number: " + name);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Fields of this package can be set", e);
        }
    }
}
