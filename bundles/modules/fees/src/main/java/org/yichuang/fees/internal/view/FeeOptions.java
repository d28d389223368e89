package org.yichuang.fees.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** What the lists of forms offer. */
public final class FeeOptions {
    private FeeOptions() {}

    /** All values of a kind, in their order. */
    public static <E extends Enum<E>> List<Option> of(E[] values, Function<E, LocalizedMessage> label, Ui ui) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), ui.localize(label.apply(value))))
                .toList();
    }

    /** Something that nobody has to choose, before what can be chosen. */
    public static List<Option> and(String unchosen, List<Option> options) {
        return Stream.concat(Stream.of(new Option("", unchosen)), options.stream())
                .toList();
    }

    /** All values of a kind, by the words that the texts of the pages have for them. */
    public static <E extends Enum<E>> List<Option> named(E[] values, String prefix, Ui ui) {
        return of(values, value -> LocalizedMessage.verbatim(ui.t(prefix + "." + value.name())), ui);
    }
}
