package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * What cannot be done at once or at all gets a clear answer in writing (明确答复件). A licence is accepted or refused
 * acceptance by law, and is answered by that alone; of anything else the answer is an end of its own.
 */
public final class AnswerWork {
    /** Within how many working days of the promise it is given. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.cases.clear-answer.days", 3, 1, 5);

    private AnswerWork() {}

    /** Promises it; what has to be said within the days of the acceptance waits for nothing. */
    public static Done promise(CaseFile file, AnswerPromise request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.PROMISE_ANSWER, now);
        int days = Integer.parseInt(now.here().policy(DAYS.key(), DAYS.usual()));
        act.progress.start(ClockKind.CLEAR_ANSWER, now.today(), Limit.working(days));
        act.text("reason", request.reason());
        lastDay(act.progress, now.calendar()).ifPresent(due -> act.detail("answerDue", due.toString()));
        return act.finish();
    }

    /** Gives it. */
    public static Done give(CaseFile file, ClearAnswer request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.ANSWER_CLEARLY, now);
        requireSaid("basis", request.basis());
        if (request.kind() == AnswerKind.NOT_NOW) {
            requireSaid("advice", request.advice());
            Corrections.requireTold(act, "kind");
        }
        act.progress.ending = new EndingView(
                request.kind().name(), now.centre(), said(request), request.basis(), null, null, now.at());
        act.progress.end(ClockKind.NOTICE, now);
        act.progress.end(ClockKind.CLEAR_ANSWER, now);
        act.stopClocks();
        act.note(request.kind().name());
        act.detail("outcome", request.kind().name());
        return act.finish();
    }

    private static String said(ClearAnswer request) {
        return isBlank(request.advice())
                ? request.reasons()
                : request.reasons() + "\n"
                        + words("answer.advice", request.advice()).zh();
    }

    private static void requireSaid(String field, String text) {
        if (isBlank(text)) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, field, words("answer." + field + ".missing"));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static LocalizedMessage words(String key, Object... values) {
        return LocalizedMessage.of(AnswerWork.class, key, values);
    }

    /** The last day of the answer that was promised; empty where none was. */
    public static Optional<LocalDate> lastDay(Progress progress, WorkingCalendar calendar) {
        return progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.CLEAR_ANSWER)
                .reduce((first, second) -> second)
                .flatMap(clock -> clock.lastDay(calendar));
    }
}
