package org.yichuang.agency.internal.view;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Tone;

/** How requests look. */
public final class AgencyTones {
    private static final Map<String, LocalizedMessage> STEPS =
            Stream.of(RequestStep.values()).collect(Collectors.toMap(RequestStep::word, RequestStep::label));

    private AgencyTones() {}

    /** The tone of where one stands. */
    public static Tone of(Summary request) {
        if (request.late()) {
            return Tone.WRONG;
        }
        return request.outcome() == null ? Tone.INFO : Tone.DONE;
    }

    /** What people call where one stands. */
    public static LocalizedMessage label(Summary request) {
        return request.outcome() == null
                ? request.state().label()
                : request.outcome().label();
    }

    /** What people call a step, by its word; the word itself where it is none of a request. */
    public static LocalizedMessage step(String word) {
        return Optional.ofNullable(STEPS.get(word)).orElseGet(() -> LocalizedMessage.verbatim(word));
    }
}
