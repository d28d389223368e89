package org.yichuang.shell.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * How a command words what it answers: in each of some languages, one behind the other.
 *
 * @param languages those in which the operator reads
 */
public record Wording(List<Locale> languages) {
    /** Chinese and English: what an operator reads who has not asked for one language. */
    public static final Wording USUAL = new Wording(List.of(LocalizedMessage.CHINESE, Locale.ENGLISH));

    /** Keeps what it is given. */
    public Wording {
        languages = List.copyOf(languages);
    }

    /** A word or two: a heading, a state, e.g. {@code 中心 Centre}. */
    public String label(LocalizedMessage message) {
        return in(message, " ");
    }

    /** A sentence, e.g. {@code 没有中心 / No centres}. */
    public String sentence(LocalizedMessage message) {
        return in(message, " / ");
    }

    /** What is the same in two languages is said once. */
    private String in(LocalizedMessage message, String separator) {
        return languages.stream().map(message::in).distinct().collect(Collectors.joining(separator));
    }
}
