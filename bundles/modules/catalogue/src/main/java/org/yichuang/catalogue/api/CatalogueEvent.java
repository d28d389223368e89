package org.yichuang.catalogue.api;

/**
 * A fact about a centre's own catalogue, as the audit entry of the act carries it (module {@code catalogue}); the data
 * are one of these records as JSON. The code of the item stands beside it.
 */
public sealed interface CatalogueEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "catalogue";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /** The word under which it stands in the journal. */
    String type();

    /**
     * A draft was made or replaced.
     *
     * @param version its number within the item
     */
    record Drafted(int version) implements CatalogueEvent {
        @Override
        public String type() {
            return "drafted";
        }
    }

    /**
     * A version is offered from now on; the one before is retired.
     *
     * @param version its number within the item
     * @param replaced the number of the version before, or null
     */
    record Published(int version, Integer replaced) implements CatalogueEvent {
        @Override
        public String type() {
            return "published";
        }
    }

    /**
     * An item is no longer offered.
     *
     * @param version the number of its last version
     */
    record Retired(int version) implements CatalogueEvent {
        @Override
        public String type() {
            return "retired";
        }
    }

    /**
     * A file was taken.
     *
     * @param rows how many rows it has
     * @param accepted how many became items
     * @param refused how many did not
     * @param published how many it has published
     */
    record Imported(int rows, int accepted, int refused, int published) implements CatalogueEvent {
        @Override
        public String type() {
            return "imported";
        }
    }

    /**
     * A review round was entered.
     *
     * @param name what people call it
     * @param heldOn the day from which its outcomes hold, e.g. {@code 2026-03-02}
     * @param items how many items it decided about
     * @param remaining how many of them remain
     * @param statutoryDays the limits of the law of those that remain, added up
     * @param promisedDays their promised limits, added up
     */
    record RoundEntered(String name, String heldOn, int items, int remaining, long statutoryDays, long promisedDays)
            implements CatalogueEvent {
        @Override
        public String type() {
            return "round-entered";
        }
    }

    /**
     * An item was listed that the hall should take in, or what is said of it was changed.
     *
     * @param entered whether it has entered
     */
    record EntryListed(boolean entered) implements CatalogueEvent {
        @Override
        public String type() {
            return "entry-listed";
        }
    }

    /**
     * An item stays outside of the hall by consent.
     *
     * @param decidedBy whose
     * @param document by which document
     */
    record EntryExempted(String decidedBy, String document) implements CatalogueEvent {
        @Override
        public String type() {
            return "entry-exempted";
        }
    }

    /**
     * An item was taken out of the hall.
     *
     * @param approvedBy by whose approval
     * @param document by which document
     */
    record EntryRemoved(String approvedBy, String document) implements CatalogueEvent {
        @Override
        public String type() {
            return "entry-removed";
        }
    }

    /**
     * A clean-up flag was raised on an item, or what was said of it was changed.
     *
     * @param flag its word
     * @param outcome what should become of the item
     */
    record CleanUpFlagged(String flag, String outcome) implements CatalogueEvent {
        @Override
        public String type() {
            return "clean-up-flagged";
        }
    }

    /**
     * A clean-up flag was taken back.
     *
     * @param flag its word
     */
    record CleanUpLifted(String flag) implements CatalogueEvent {
        @Override
        public String type() {
            return "clean-up-lifted";
        }
    }

    /**
     * An office has given its opinion of a draft.
     *
     * @param version its number within the item
     * @param office the office's word
     * @param agreed whether the draft may be published
     */
    record Opined(int version, String office, boolean agreed) implements CatalogueEvent {
        @Override
        public String type() {
            return "opined";
        }
    }

    /**
     * A review round that was entered by mistake was taken back.
     *
     * @param reason why
     */
    record RoundTakenBack(String reason) implements CatalogueEvent {
        @Override
        public String type() {
            return "round-taken-back";
        }
    }

    /**
     * An item that was listed for the hall by mistake was taken back.
     *
     * @param reason why
     */
    record EntryTakenBack(String reason) implements CatalogueEvent {
        @Override
        public String type() {
            return "entry-taken-back";
        }
    }

    /**
     * A draft was taken back that nobody has published.
     *
     * @param version its number
     */
    record Discarded(int version) implements CatalogueEvent {
        @Override
        public String type() {
            return "discarded";
        }
    }

    /**
     * An import was taken back.
     *
     * @param undone how many items are as they were before
     * @param kept how many stay as the import has made them, because something goes on under them or they have changed
     */
    record ImportUndone(int undone, int kept) implements CatalogueEvent {
        @Override
        public String type() {
            return "import-undone";
        }
    }

    /**
     * It was said what a word of the centre's own lists means.
     *
     * @param kind what it is about: a heading, a level, an organ
     * @param meaning empty when it means nothing any more
     */
    record WordExplained(String kind, String meaning) implements CatalogueEvent {
        @Override
        public String type() {
            return "word-explained";
        }
    }

    /**
     * Drafts were sent up to be examined.
     *
     * @param to the name of the centre above
     * @param items how many
     */
    record SubmissionSent(String to, int items) implements CatalogueEvent {
        @Override
        public String type() {
            return "submission-sent";
        }
    }

    /**
     * Drafts of a centre below have come.
     *
     * @param from the name of the centre that they come from
     * @param items how many
     * @param due until when they are examined, e.g. {@code 2026-03-30}
     */
    record SubmissionReceived(String from, int items, String due) implements CatalogueEvent {
        @Override
        public String type() {
            return "submission-received";
        }
    }

    /**
     * The drafts of a centre below have been examined.
     *
     * @param from the name of the centre that they come from
     * @param items how many
     * @param returned how many go back
     * @param forwarded how many go on to the next centre above
     * @param late whether it took longer than it should
     */
    record SubmissionExamined(String from, int items, int returned, int forwarded, boolean late)
            implements CatalogueEvent {
        @Override
        public String type() {
            return "submission-examined";
        }
    }

    /**
     * A centre above has said something of drafts, or who has them.
     *
     * @param approved how many were agreed to for good
     * @param returned how many were returned
     * @param holder the name of the centre that has the list; empty when all has been said
     */
    record SubmissionAnswered(int approved, int returned, String holder) implements CatalogueEvent {
        @Override
        public String type() {
            return "submission-answered";
        }
    }

    /**
     * The centre that drafts come from has taken them back.
     *
     * @param from its name
     */
    record SubmissionWithdrawn(String from) implements CatalogueEvent {
        @Override
        public String type() {
            return "submission-withdrawn";
        }
    }

    /**
     * An edition of a booklet or a board was made.
     *
     * @param kind its word
     * @param number which edition of its kind it is
     * @param items how many items it has
     * @param document the number of its document
     */
    record EditionMade(String kind, int number, int items, String document) implements CatalogueEvent {
        @Override
        public String type() {
            return "edition-made";
        }
    }

    /**
     * It was entered that a version was made known to the public.
     *
     * @param version its number within the item
     * @param channel the word of the channel
     * @param on the day, e.g. {@code 2026-03-02}
     */
    record MadeKnown(int version, String channel, String on) implements CatalogueEvent {
        @Override
        public String type() {
            return "made-known";
        }
    }

    /**
     * By how much limits are to become shorter in a year was set.
     *
     * @param year the year
     * @param percent by how many per cent
     * @param document by which document
     */
    record TargetSet(int year, int percent, String document) implements CatalogueEvent {
        @Override
        public String type() {
            return "target-set";
        }
    }

    /**
     * A clean-up was ordered for the centres below.
     *
     * @param name what it is called
     * @param document by which document
     * @param completeOn until when its results are made known
     */
    record CampaignOrdered(String name, String document, String completeOn) implements CatalogueEvent {
        @Override
        public String type() {
            return "campaign-ordered";
        }
    }

    /**
     * An office has agreed to the results of a clean-up.
     *
     * @param name of the clean-up
     * @param office which one
     */
    record CampaignSigned(String name, String office) implements CatalogueEvent {
        @Override
        public String type() {
            return "campaign-signed";
        }
    }

    /**
     * A city has made the results of a clean-up known.
     *
     * @param name of the clean-up
     * @param channel by what
     * @param on the day
     */
    record CampaignMadeKnown(String name, String channel, String on) implements CatalogueEvent {
        @Override
        public String type() {
            return "campaign-made-known";
        }
    }

    /**
     * An entry of a list that the centre keeps was set or taken out.
     *
     * @param list {@code demands}, {@code basics}, or {@code samples} of an item
     * @param act {@code set} or {@code take-out}
     */
    record ListChanged(String list, String name, String act) implements CatalogueEvent {
        @Override
        public String type() {
            return "list-changed";
        }
    }

    /** A bundle was put together for one application; it is offered to nobody else. @param version its number */
    record Reserved(int version) implements CatalogueEvent {
        @Override
        public String type() {
            return "reserved";
        }
    }
}
