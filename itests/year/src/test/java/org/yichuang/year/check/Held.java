package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.Certificate;

/** A result in the register of a centre, told anew from its entries: until when it holds, and how it stands. */
final class Held {
    final String tenant;
    final String item;
    final String caseNumber;
    final List<String> wrong = new ArrayList<>();
    private final Certificate certificate;
    private final Made made;
    private final LocalDate madeOn;
    private LocalDate until;
    private String state = "VALID";
    private String awaited = "";
    private boolean isEndElsewhere;
    private final Set<String> timed = new HashSet<>();

    /** What its case says. */
    interface Made {
        /** The day on which a case here has made it out; null where another centre has. */
        LocalDate day(String caseNumber);

        /** What a case is of something that is held already; empty for none. */
        String matter(String caseNumber);

        /** The day that counts as that of its receipt, where somebody has handed it in. */
        LocalDate receivedOn(String caseNumber);

        /** The day on which it was granted; null while it is not. */
        LocalDate grantedOn(String caseNumber);
    }

    /** @param first the entry by which it came into the register */
    Held(Entry first, Certificate certificate, Made made) {
        tenant = first.tenant();
        item = first.item();
        caseNumber = first.fact("caseNumber");
        this.certificate = certificate;
        this.made = made;
        until = first.date("validUntil");
        madeOn = made.day(caseNumber);
        if (madeOn != null && made.matter(caseNumber).isEmpty()) {
            expect("holds until", end(madeOn), until);
            expect("kind", certificate.kind().name(), first.fact("kind"));
        }
    }

    /** The last day of what holds from a day on; null without end. */
    private LocalDate end(LocalDate from) {
        if (certificate.validityMonths() == null) {
            return null;
        }
        LocalDate then = from.plusMonths(certificate.validityMonths());
        boolean isShort = then.getDayOfMonth() != from.getDayOfMonth();
        return isShort ? then : then.minusDays(1);
    }

    void take(Entry entry) {
        LocalDate day = entry.day();
        switch (entry.event()) {
            case "renewal-awaited" -> await(entry);
            case "renewed" -> renewed(entry);
            case "deemed-renewed" -> {
                expect("renewed by law", awaited, entry.detail("case"));
                expect("renewed by law after its end", true, until != null && day.isAfter(until));
                expect("renewed by law though granted", null, grantedBefore(entry.detail("case"), day));
                renewed(entry);
            }
            case "expired" -> {
                boolean isTold = !entry.action().equals("expire");
                expect("ended after its end", true, isTold || until != null && day.isAfter(until));
                boolean isGranted = !awaited.isEmpty() && grantedBefore(awaited, day) != null;
                expect("ended though renewed", false, !isTold && isGranted);
                stands("EXPIRED");
            }
            case "revoked", "withdrawn", "cancelled" -> {
                isEndElsewhere = entry.action().equals("take-standing");
                stands(entry.event().toUpperCase(Locale.ROOT));
            }
            case "replaced" -> stands("REPLACED");
            case "not-granted" -> awaited = awaited.equals(entry.fact("caseNumber")) ? "" : awaited;
            case "told" -> {
                state = entry.fact("state");
                until = entry.date("validUntil");
            }
            default -> {
                // changes neither its end nor how it stands
            }
        }
    }

    private LocalDate grantedBefore(String caseNumber, LocalDate day) {
        LocalDate granted = made.grantedOn(caseNumber);
        return granted != null && granted.isBefore(day) ? granted : null;
    }

    /** In time, or granted while it was in force. */
    private void await(Entry entry) {
        awaited = entry.fact("caseNumber");
        timed.add(awaited);
        LocalDate received = made.receivedOn(awaited);
        boolean isInTime = !received.isAfter(until.minusDays(certificate.renewalDays()));
        boolean isGranted = entry.day().equals(made.grantedOn(awaited));
        expect("awaited in time", true, isInTime || isGranted);
    }

    /** What was in force goes on without a day between; what had ended begins anew. */
    private void renewed(Entry entry) {
        LocalDate said = entry.date("validUntil");
        boolean isAgain = state.equals("VALID") && Objects.equals(said, until); // deemed before, and made out now
        LocalDate granted = made.grantedOn(entry.detail("case"));
        boolean isLate = granted != null && until != null && granted.isAfter(until) && !state.equals("VALID");
        // what came in time and had ended, as its holder had something to supply, is counted from its end by cases
        boolean isCounted =
                timed.contains(entry.detail("case")) && end(until.plusDays(1)).equals(said);
        if (!isAgain && until != null && !isCounted) {
            expect("renewed until", end(isLate ? entry.day() : until.plusDays(1)), said);
        }
        until = said;
        stands("VALID");
    }

    private void stands(String next) {
        state = next;
        awaited = "";
    }

    private void expect(String what, Object expected, Object said) {
        if (!Objects.equals(expected, said)) {
            wrong.add(what + ": says " + said + ", should be " + expected);
        }
    }

    /** What was taken back by a letter ends when it does at the centre that has granted it, which the entry leaves out.
     * */
    void endAs(Held above) {
        until = isEndElsewhere ? above.until : until;
    }

    /** Whose renewal holds it beyond its end; empty for none. */
    String awaited() {
        return awaited;
    }

    /** How it stands on a day: what is over is so whether anybody has noted it or not. */
    String state(LocalDate day) {
        return isOver(day) && awaited.isEmpty() && state.equals("VALID") ? "EXPIRED" : state;
    }

    /** How it was noted. */
    String noted() {
        return state;
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    private boolean isOver(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** Whether it has been over for longer than a night, and nobody has noted it. */
    boolean isForgotten(LocalDate day) {
        return state.equals("VALID") && awaited.isEmpty() && isOver(day.minusDays(1));
    }

    /** The day on which it was made out; null where another centre has. */
    LocalDate madeOn() {
        return madeOn;
    }

    boolean isInForce(LocalDate day) {
        return state.equals("VALID") && (!isOver(day) || !awaited.isEmpty());
    }
}
