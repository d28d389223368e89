package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;

/** Those of many cases in which something is to be done: they are read at once, and by one that is bad none else. */
final class ChosenCases {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenCases.class);

    private ChosenCases() {}

    /**
     * Returns the numbers of those cases, in their order.
     *
     * @param failed told of each case that cannot be read or judged
     */
    static List<String> of(
            CaseFiles files,
            List<String> numbers,
            Predicate<CaseFile> which,
            BiConsumer<String, RuntimeException> failed) {
        readAhead(files, numbers);
        List<String> chosen = new ArrayList<>();
        for (String number : numbers) {
            try {
                files.find(number).filter(which).ifPresent(file -> chosen.add(number));
            } catch (RuntimeException unreadable) {
                failed.accept(number, unreadable);
            }
        }
        return chosen;
    }

    /** Where that fails, each is read by itself: which one it is, is told when its turn comes. */
    private static void readAhead(CaseFiles files, List<String> numbers) {
        try {
            files.readAhead(numbers);
        } catch (RuntimeException unreadable) {
            LOG.debug("Not all of {} cases can be read at once", numbers.size(), unreadable);
        }
    }
}
