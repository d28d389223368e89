package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.domain.HearingWork;
import org.yichuang.cases.internal.domain.Progress;

/** The facts of documents that tell of a hearing; nothing of who else is concerned, which is nobody's business. */
final class HearingFacts {
    private HearingFacts() {}

    /** What is told of the hearing, as far as it has come. */
    static Map<String, String> of(Progress progress, CommandContext now) {
        HearingFact hearing = progress.hearing();
        Map<String, String> facts = new HashMap<>();
        facts.put("reasons", hearing.reason() == null ? "" : hearing.reason());
        if (hearing.notifiedOn() != null) {
            facts.put("requestUntil", day(HearingWork.lastDayToAsk(hearing, now), now.calendar()));
        }
        HearingFact.Session session = hearing.session();
        if (session != null) {
            facts.put("heldAt", time(session.time()));
            facts.put("place", session.place());
            facts.put("presider", session.presider());
            boolean isClosed =
                    session.closedReason() != null && !session.closedReason().isBlank();
            facts.put("isPublic", isClosed ? words("hearing.closed", session.closedReason()) : words("hearing.public"));
        }
        BranchHearings.standing(progress).ifPresent(open -> facts.put("suspendedFrom", day(open.from())));
        HearingFact.Held held = hearing.held();
        if (held != null) {
            facts.put("heldOn", day(held.on()));
            facts.put("participants", String.join(words("comma"), held.participants()));
            facts.put("recorded", held.record());
        }
        return facts;
    }

    /** That it is not held, why, and from when the limits go on. */
    static Map<String, String> off(Progress progress, Map<String, String> step) {
        Map<String, String> facts = new HashMap<>();
        facts.put("offReason", step.getOrDefault("reason", words("hearing.nobody-asks")));
        BranchHearings.stood(progress, step.get("branch")).stream()
                .filter(stood -> stood.procedure() == SpecialProcedure.HEARING && stood.to() != null)
                .reduce((first, second) -> second)
                .filter(stood -> step.containsKey("suspendedUntil"))
                .ifPresent(stood -> facts.put("resumedAfter", day(stood.to())));
        return facts;
    }

    /** The record on which a decision rests (R1-27); nothing where nobody was heard. */
    static Map<String, String> cited(Progress progress) {
        return BranchHearings.whole(progress)
                .map(HearingFact::held)
                .filter(held -> held.number() != null)
                .map(held -> Map.of("hearing", words("hearing.cited", held.number(), day(held.on()))))
                .orElse(Map.of());
    }

    static String time(LocalDateTime time) {
        return words("moment", day(time.toLocalDate()), time.getHour(), "%02d".formatted(time.getMinute()));
    }
}
