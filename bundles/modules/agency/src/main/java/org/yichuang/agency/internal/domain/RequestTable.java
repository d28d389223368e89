package org.yichuang.agency.internal.domain;

import static org.yichuang.agency.api.RequestState.ASSIGNED;
import static org.yichuang.agency.api.RequestState.CLOSED;
import static org.yichuang.agency.api.RequestState.CONSENTED;
import static org.yichuang.agency.api.RequestState.RECEIVED;
import static org.yichuang.agency.api.RequestState.SERVING;

import java.util.List;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;

/** Every step of a request for an agent; what is not a row is refused. */
public final class RequestTable {
    /** The rows, in the order of a request's life. */
    public static final List<Row> ROWS = List.of(
            new Row(null, RequestStep.LODGE, RECEIVED),
            new Row(RECEIVED, RequestStep.CONSENT, CONSENTED),
            new Row(RECEIVED, RequestStep.REFUSE, CLOSED),
            new Row(RECEIVED, RequestStep.WITHDRAW, CLOSED),
            new Row(CONSENTED, RequestStep.ASSIGN, ASSIGNED),
            new Row(CONSENTED, RequestStep.WITHDRAW, CLOSED),
            new Row(ASSIGNED, RequestStep.ASSIGN, ASSIGNED),
            new Row(ASSIGNED, RequestStep.ENTRUST, SERVING),
            new Row(ASSIGNED, RequestStep.WITHDRAW, CLOSED),
            new Row(SERVING, RequestStep.ASSIGN, ASSIGNED),
            new Row(SERVING, RequestStep.ATTACH, SERVING),
            new Row(SERVING, RequestStep.REPORT, SERVING),
            new Row(SERVING, RequestStep.COMPLETE, CLOSED),
            new Row(SERVING, RequestStep.WITHDRAW, CLOSED),
            new Row(SERVING, RequestStep.END_ENTRUSTMENT, ASSIGNED));

    private RequestTable() {}

    /**
     * A row.
     *
     * @param from where it stands, null before it is there
     * @param next where it stands then
     */
    public record Row(RequestState from, RequestStep step, RequestState next) {
        /** The row as the README shows it. */
        public String markdown() {
            return "| " + (from == null ? "–" : from) + " | " + step.word() + " | " + next + " |";
        }
    }

    /** What may be done with one. */
    public static List<RequestStep> steps(RequestState state) {
        return ROWS.stream().filter(row -> row.from() == state).map(Row::step).toList();
    }

    /** Where a step leads; null where it cannot be taken. */
    static RequestState next(RequestState from, RequestStep step) {
        return ROWS.stream()
                .filter(row -> row.from() == from && row.step() == step)
                .map(Row::next)
                .findFirst()
                .orElse(null);
    }
}
