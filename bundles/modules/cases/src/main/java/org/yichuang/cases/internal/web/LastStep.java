package org.yichuang.cases.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.view.Meanwhile;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** Tells whoever comes second who has come first, and gives back what they have typed. */
final class LastStep {
    private static final Set<String> STEPS =
            Arrays.stream(CaseCommand.values()).map(CaseCommand::word).collect(Collectors.toUnmodifiableSet());
    /** Chosen, and not typed. */
    private static final Pattern CHOSEN = Pattern.compile("true|false|on|[A-Z][A-Z_]*");

    private static final Pattern NOT_TYPED = Pattern.compile("(?:_|kept-|paper-).*");

    private LastStep() {}

    static Meanwhile of(CaseService cases, String number, PageCall call) {
        String done = last(cases, number, call)
                .map(entry -> call.ui()
                        .t(
                                "command.done-by",
                                entry.actorName(),
                                call.ui().moment(entry.at()),
                                call.ui().t("journal.case." + entry.action())))
                .orElse("");
        return new Meanwhile(done, typed(call.form()));
    }

    /** A trail is read from its beginning. */
    private static Optional<JournalEntry> last(CaseService cases, String number, PageCall call) {
        JournalEntry last = null;
        Optional<String> next = Optional.empty();
        do {
            Page<JournalEntry> page = cases.journal(number, new PageRequest(PageRequest.MAXIMUM, next), call.context());
            for (JournalEntry entry : page.items()) {
                last = STEPS.contains(entry.action()) ? entry : last;
            }
            next = Optional.ofNullable(page.next());
        } while (next.isPresent());
        return Optional.ofNullable(last);
    }

    private static List<String> typed(Form form) {
        return form.names().stream()
                .filter(name -> !NOT_TYPED.matcher(name).matches())
                .flatMap(name -> form.all(name).stream())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank() && !CHOSEN.matcher(text).matches())
                .distinct()
                .toList();
    }
}
