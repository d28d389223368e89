package org.yichuang.shell.api;

import java.util.Optional;

/**
 * What a command answers: the same for people and for programs.
 *
 * @param data what {@code --json} prints
 * @param text what is printed else
 * @param failure why the command fails although it has an answer, e.g. a check that found something
 */
public record CommandResult(Object data, String text, Optional<String> failure) {
    /** An answer that is good news. */
    public static CommandResult of(Object data, String text) {
        return new CommandResult(data, text, Optional.empty());
    }

    /** A table; when it is empty, the words instead. */
    public static CommandResult of(Object data, TextTable table, String whenEmpty) {
        return of(data, table.size() == 0 ? whenEmpty + "\n" : table.toString());
    }

    /** The same as a failure. */
    public CommandResult failing(String why) {
        return new CommandResult(data, text, Optional.of(why));
    }
}
