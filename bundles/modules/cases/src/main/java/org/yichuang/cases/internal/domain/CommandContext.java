package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;

/**
 * When, where and by whom a step is taken.
 *
 * @param at the moment of the call
 * @param actor who acts
 * @param lineage the centre, then those above it
 * @param calendar its working calendar
 * @param vouched by which authority
 * @param compared codes of the materials whose originals are seen with it
 * @param laws what the law says, and from which day on
 */
public record CommandContext(
        Instant at,
        Actor actor,
        List<Tenant> lineage,
        WorkingCalendar calendar,
        Vouched vouched,
        List<String> compared,
        Laws laws) {
    private static final String CLOSING = "policy.intake.closing";
    private static final String USUAL_CLOSING = "17:00";

    /** Without any gate having been asked. */
    public CommandContext(Instant at, Actor actor, List<Tenant> lineage, WorkingCalendar calendar) {
        this(at, actor, lineage, calendar, Vouched.NOBODY, List.of(), Laws.IN_FORCE);
    }

    /** The same by an authority. */
    public CommandContext by(Vouched authority) {
        return new CommandContext(at, actor, lineage, calendar, authority, compared, laws);
    }

    /** The same with originals that are seen. */
    public CommandContext seeing(List<String> materials) {
        return new CommandContext(at, actor, lineage, calendar, vouched, materials, laws);
    }

    /** The centre. */
    public Tenant here() {
        return lineage.get(0);
    }

    LocalDate today() {
        return day(at);
    }

    /** Who of the staff acts, as figures tell them apart; empty for applicants and the centre itself. */
    String staff() {
        return Staff.isStaff(actor) ? actor.account() : "";
    }

    /** The day of a moment in this country. */
    static LocalDate day(Instant moment) {
        return moment.atZone(CallContext.ZONE).toLocalDate();
    }

    /** The time on the clocks of the country. */
    LocalDateTime time() {
        return LocalDateTime.ofInstant(at, CallContext.ZONE);
    }

    String centre() {
        return here().id().value();
    }

    /**
     * The day that counts as the day of receipt (R2-09): what comes in online after closing time counts from the next
     * working day; what a clerk takes in at the window was received when he took it.
     */
    public LocalDate receivedOn() {
        return Staff.isStaff(actor) ? today() : receivedOn(at);
    }

    /** The day that counts as the day of receipt of what has come by itself, from another centre or online. */
    LocalDate receivedOn(Instant come) {
        LocalTime closing = LocalTime.parse(here().policy(CLOSING, USUAL_CLOSING));
        return Deadlines.receivedDate(LocalDateTime.ofInstant(come, CallContext.ZONE), closing, calendar);
    }
}
