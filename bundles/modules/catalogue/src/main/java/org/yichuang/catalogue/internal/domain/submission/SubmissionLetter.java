package org.yichuang.catalogue.internal.domain.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.Level;

/**
 * What centres write to each other about a list of drafts.
 *
 * @param version of this form
 * @param type what it is
 * @param submission the id of the list, the same at all centres
 * @param title what it is called
 * @param upTo up to which level it is examined
 * @param origin the id of the centre that it comes from
 * @param originName its name
 * @param holder the name of the centre that has the list now; empty when all has been said
 * @param holderDue until when it is to answer, e.g. {@code 2026-03-30}; empty while it has not said so; of a list that
 *     is taken back, the day on which it was
 * @param parts the items that it is about
 */
public record SubmissionLetter(
        int version,
        Type type,
        String submission,
        String title,
        Level upTo,
        String origin,
        String originName,
        String holder,
        String holderDue,
        List<Part> parts) {
    /** The form that is written. */
    public static final int VERSION = 1;

    /** So many items are in a list. */
    public static final int MOST_ITEMS = 100;

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_TEXT = 200;

    public SubmissionLetter {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** What a letter is. */
    public enum Type {
        /** Drafts to be examined, upwards. */
        SUBMIT,
        /** What was said of them and who has them, downwards. */
        WORD,
        /** They have been taken back, upwards. */
        WITHDRAW,
        /** What the centre above had said of them before its database was set back, upwards. */
        REMINDER;

        /** Whether it tells what was said above, with the content only where that has changed. */
        private boolean tellsWords() {
            return this == WORD || this == REMINDER;
        }

        /** Its word in envelopes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Finds one by its word. */
        public static Optional<Type> parse(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * An item.
     *
     * @param code its code
     * @param number the number of the draft where it comes from
     * @param definition its content as it stands now; null downwards where nothing of it has changed
     * @param standing where it stands at the sender
     * @param road what was said of it so far
     */
    public record Part(String code, int number, ItemDefinition definition, ItemStanding standing, RoadSteps road) {
        public Part {
            road = road == null ? RoadSteps.NONE : road;
        }

        /** A last word is that of the last centre on the road. */
        private boolean standsAsItWasSaid() {
            boolean returned = road.last()
                    .filter(step -> step.outcome() == ExaminationOutcome.RETURN)
                    .isPresent();
            return switch (standing) {
                case OPEN -> false;
                case ABOVE -> !returned;
                case APPROVED -> road.last().isPresent() && !returned;
                case RETURNED -> returned;
            };
        }

        private boolean isComplete(Type type) {
            return code != null
                    && !code.isEmpty()
                    && standing != null
                    && (definition == null ? type.tellsWords() : code.equals(definition.code()))
                    && road.steps().stream().allMatch(RoadStep::isComplete)
                    && (type.tellsWords() ? standsAsItWasSaid() : standing == ItemStanding.ABOVE);
        }
    }

    /** Whether all is there that a letter of its type has. */
    public boolean isComplete() {
        return type != null
                && fits(submission, LONGEST_ID)
                && fits(title, LONGEST_TEXT)
                && fits(origin, LONGEST_ID)
                && fits(originName, LONGEST_TEXT)
                && upTo != null
                && tellsHolder()
                && parts.size() <= MOST_ITEMS
                && (type != Type.SUBMIT || !parts.isEmpty())
                && parts.stream().allMatch(part -> part.isComplete(type));
    }

    private boolean tellsHolder() {
        return holder != null
                && holder.length() <= LONGEST_TEXT
                && holderDue != null
                && (holderDue.isEmpty() || RoadStep.isDay(holderDue));
    }

    private static boolean fits(String text, int longest) {
        return text != null && !text.isEmpty() && text.length() <= longest;
    }
}
