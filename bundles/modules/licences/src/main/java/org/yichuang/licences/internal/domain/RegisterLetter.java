package org.yichuang.licences.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yichuang.licences.api.LicenceState;

/**
 * What one register tells another, where one centre has granted and another has made out. It goes from neighbour to
 * neighbour, as the case has gone; each writes the numbers under which the next knows it. While it waits it says only
 * which result it is about: the rest is filled in when it leaves.
 *
 * @param version the form; whoever does not know it refuses it
 * @param type what it tells
 * @param receiverCase the number of the case at the receiver
 * @param senderCase its number at the sender
 * @param item which of the results of the case
 * @param material what was declared and is untrue; null where something else is told
 * @param made what was made out; null where something else is told
 * @param standing how the result stands; null where something else is told
 */
public record RegisterLetter(
        int version,
        Type type,
        String receiverCase,
        String senderCase,
        int item,
        String material,
        Made made,
        Standing standing) {
    /** The newest form. */
    public static final int VERSION = 1;

    private static final String OF_CASE = "-untrue";
    /** As letters of before have it that hand a result over. */
    private static final String HANDING_OVER = "-over";

    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_ID = 40;
    private static final int MOST_ACTS = 500;
    private static final int LONGEST_TEXT = 4000;

    /** What it tells. */
    public enum Type {
        /** Up: what was granted there has been made out here. */
        MADE_OUT,
        /** Up: what was declared here instead of a material is untrue. */
        UNTRUE,
        /** Up: another centre has decided since about what was granted there, and says what becomes of it. */
        TAKEN_OVER,
        /** Down: how what was made out there stands. */
        STANDING,
        /** Up: how it stood when last the centre above had said so, whose database was set back since. */
        REMINDER;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What was made out.
     *
     * @param number the number of the certificate
     * @param centre who has made it out
     * @param at when
     * @param validUntil its last day; null for without end
     * @param untrue codes of materials in whose place something untrue was declared
     * @param withheld what withholds it from the public where it was made out; null where nothing does
     */
    public record Made(
            String number, String centre, Instant at, LocalDate validUntil, List<String> untrue, LicenceAct withheld) {
        public Made {
            untrue = untrue == null ? List.of() : List.copyOf(untrue);
        }

        /** The same without what people have written. */
        Made withoutWords() {
            return new Made(number, centre, at, validUntil, untrue, withheld == null ? null : withheld.withoutWords());
        }

        private boolean isTold() {
            return isText(number, LONGEST_NUMBER)
                    && !number.isBlank()
                    && isText(centre, LONGEST_ID)
                    && at != null
                    && (withheld == null || withheld.kind() == LicenceAct.Kind.WITHHELD && Standing.isTold(withheld))
                    && untrue.stream().allMatch(material -> isText(material, LONGEST_NUMBER));
        }
    }

    /**
     * How a result stands at the centre that has granted it.
     *
     * @param state as the last step has left it
     * @param validUntil its last day; null for without end
     * @param renewal the receiver's number of the case of a renewal that is awaited; empty for none
     * @param revocationDue whether it is to be revoked
     * @param acts all that has been done with it; on the way only what every release knows
     * @param all on the way the same with what an earlier release does not know, so that it can read the rest; empty
     *     where that is nothing
     */
    public record Standing(
            LicenceState state,
            LocalDate validUntil,
            String renewal,
            boolean revocationDue,
            List<LicenceAct> acts,
            List<LicenceAct> all) {
        public Standing {
            renewal = renewal == null ? "" : renewal;
            acts = acts == null ? List.of() : List.copyOf(acts);
            all = all == null ? List.of() : List.copyOf(all);
        }

        /** One that is not on the way. */
        public Standing(
                LicenceState state,
                LocalDate validUntil,
                String renewal,
                boolean revocationDue,
                List<LicenceAct> acts) {
            this(state, validUntil, renewal, revocationDue, acts, List.of());
        }

        private Standing with(List<LicenceAct> known, List<LicenceAct> everything) {
            return new Standing(state, validUntil, renewal, revocationDue, known, everything);
        }

        /** As it goes, so that whoever reads it knows all that they have to. */
        Standing leaving() {
            List<LicenceAct> known =
                    acts.stream().filter(act -> act.kind().isOfFirstForm()).toList();
            return known.size() == acts.size() ? this : with(known, acts);
        }

        /** As it was before it left. */
        Standing arrived() {
            return all.isEmpty() ? this : with(all, List.of());
        }

        /** The same with other numbers of the cases of which something has come. */
        public Standing renumbered(UnaryOperator<String> numbers) {
            return new Standing(
                    state,
                    validUntil,
                    renewal.isEmpty() ? "" : numbers.apply(renewal),
                    revocationDue,
                    acts.stream()
                            .map(act -> act.kind().isOfCase() ? act.numbered(numbers.apply(act.number())) : act)
                            .toList());
        }

        /** The same without what people have written. */
        Standing withoutWords() {
            return new Standing(
                    state,
                    validUntil,
                    renewal,
                    revocationDue,
                    acts.stream().map(LicenceAct::withoutWords).toList());
        }

        private boolean isTold() {
            return state != null
                    && isText(renewal, LONGEST_ID)
                    && acts.size() <= MOST_ACTS
                    && acts.stream().allMatch(Standing::isTold);
        }

        private static boolean isTold(LicenceAct act) {
            return act.kind() != null
                    && act.on() != null
                    && Stream.of(
                                    act.ground(),
                                    act.reasons(),
                                    act.basis(),
                                    act.hearing(),
                                    act.compensation(),
                                    act.decidedBy(),
                                    act.number())
                            .allMatch(text -> isText(text, LONGEST_TEXT));
        }
    }

    private static boolean isText(String text, int longest) {
        return text != null && text.length() <= longest;
    }

    /** In which order letters about a case go that has no result in the register: never among those about a result. */
    public static String aboutCase(String number) {
        return number + OF_CASE;
    }

    /** In which order it goes on, as it has come in one. */
    public String order(String before) {
        return licence()
                + Stream.of(OF_CASE, HANDING_OVER)
                        .filter(before::endsWith)
                        .findFirst()
                        .orElse("");
    }

    /** Which result it is about, before it is filled in. */
    public static RegisterLetter about(Type type, String receiverCase, String senderCase, int item) {
        return new RegisterLetter(VERSION, type, receiverCase, senderCase, item, null, null, null);
    }

    /** The same that tells what was made out. */
    public RegisterLetter with(Made told) {
        return new RegisterLetter(version, type, receiverCase, senderCase, item, material, told, standing);
    }

    /** The same that tells how the result stands. */
    public RegisterLetter with(Standing told) {
        return new RegisterLetter(version, type, receiverCase, senderCase, item, material, made, told);
    }

    /** The same that tells what is untrue. */
    public RegisterLetter untrue(String code) {
        return new RegisterLetter(version, type, receiverCase, senderCase, item, code, made, standing);
    }

    /** The same as it leaves: in the first form, of which everybody reads what they know. */
    public RegisterLetter leaving() {
        return standing == null ? this : with(standing.leaving());
    }

    /** The same as it was before it left. */
    public RegisterLetter arrived() {
        return standing == null ? this : with(standing.arrived());
    }

    /** The same as it is passed on: it waits in clear, so that nothing is in it that people have written. */
    public RegisterLetter passedOn(String next, String here) {
        Standing told = standing == null ? null : standing.withoutWords();
        Made madeOut = made == null ? null : made.withoutWords();
        return new RegisterLetter(version, type, next, here, item, material, madeOut, told);
    }

    /** Whether it says all that its type is to say, and no more than it may. */
    public boolean isComplete() {
        boolean isAbout = type != null
                && isText(receiverCase, LONGEST_ID)
                && isText(senderCase, LONGEST_ID)
                && item >= 0
                && item < LONGEST_ID;
        return isAbout
                && switch (type) {
                    case MADE_OUT -> made != null && made.isTold();
                    case UNTRUE -> isText(material, LONGEST_NUMBER) && !material.isBlank();
                    case TAKEN_OVER -> true;
                    case STANDING, REMINDER -> standing != null && standing.isTold();
                };
    }

    /** The number in the register of the receiver, where that has it under its own case. */
    public String licence() {
        return QuotaPlace.id(receiverCase, item);
    }

    /** The number in the register of the sender, where that has it under its own case. */
    public String licenceBelow() {
        return QuotaPlace.id(senderCase, item);
    }

    /** The event of how it stands, where that is another than before. */
    public static Optional<LicenceAct> ending(Standing told) {
        return told.acts().stream()
                .filter(act -> switch (told.state()) {
                    case REVOKED -> act.kind() == LicenceAct.Kind.REVOCATION;
                    case WITHDRAWN -> act.kind() == LicenceAct.Kind.WITHDRAWAL;
                    case CANCELLED -> act.kind() == LicenceAct.Kind.CANCELLATION;
                    case EXPIRED -> act.kind() == LicenceAct.Kind.EXPIRY;
                    default -> false;
                })
                .reduce((first, second) -> second);
    }
}
