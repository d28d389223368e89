package org.yichuang.shell.api;

import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a command answers: the same for people and for programs.
 *
 * @param data what {@code --json} prints
 * @param answer what is printed else
 * @param failed why the command fails although it has an answer, e.g. a check that found something
 */
public record CommandResult(Object data, Text answer, Optional<Text> failed) {
    /** What is printed, in the operator's languages. */
    @FunctionalInterface
    public interface Text {
        /** The words. */
        String in(Wording wording);
    }

    /** An answer that is good news, the same in every language. */
    public static CommandResult of(Object data, String text) {
        return worded(data, wording -> text);
    }

    /** An answer that is good news: a sentence. */
    public static CommandResult of(Object data, LocalizedMessage sentence) {
        return worded(data, wording -> wording.sentence(sentence) + "\n");
    }

    /** A table; when it is empty, the words instead. */
    public static CommandResult of(Object data, TextTable table, String whenEmpty) {
        return worded(data, wording -> table.size() == 0 ? whenEmpty + "\n" : table.in(wording));
    }

    /** A table; when it is empty, the sentence instead. */
    public static CommandResult of(Object data, TextTable table, LocalizedMessage whenEmpty) {
        return worded(data, wording -> table.size() == 0 ? wording.sentence(whenEmpty) + "\n" : table.in(wording));
    }

    /** An answer of several parts. */
    public static CommandResult worded(Object data, Text text) {
        return new CommandResult(data, text, Optional.empty());
    }

    /** The same as a failure. */
    public CommandResult failing(String why) {
        return new CommandResult(data, answer, Optional.of(wording -> why));
    }

    /** The same as a failure. */
    public CommandResult failing(LocalizedMessage why) {
        return new CommandResult(data, answer, Optional.of(wording -> wording.sentence(why)));
    }

    /** What is printed for who has not asked for one language. */
    public String text() {
        return answer.in(Wording.USUAL);
    }

    /** Why it fails, if so, for who has not asked for one language. */
    public Optional<String> failure() {
        return failed.map(why -> why.in(Wording.USUAL));
    }
}
