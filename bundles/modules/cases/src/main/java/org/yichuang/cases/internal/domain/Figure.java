package org.yichuang.cases.internal.domain;

/** What a centre counts of its cases; each figure is a number of rows, and opens them. */
public enum Figure {
    /** Handed in, or transferred here for the first time, within the days. */
    RECEIVED(Fact.RECEIVED, null, true),
    /** Of those received, the ones that are not concluded when the last day ends. */
    LEFT_OPEN(Fact.RECEIVED, null, true),
    /** Of those received, the ones that were handed in online, here or at a centre below. */
    ONLINE(Fact.RECEIVED, Mark.ONLINE, true),
    /** Of those received, the ones of items that are decided on the spot. */
    INSTANT(Fact.RECEIVED, Mark.INSTANT, true),
    /** Come again within the days, after they had been handed back. */
    REOPENED(Fact.REOPENED, null, true),
    /** Accepted within the days, whenever received. */
    ACCEPTED(Fact.ACCEPTED, null, true),
    /** Of those accepted, the ones that were concluded on the same day. */
    SAME_DAY(Fact.ACCEPTED, Mark.SAME_DAY, true),
    /** Reviewed within the days, of those that came in online and are to be. */
    REVIEWED(Fact.REVIEWED, null, true),
    /** Of those reviewed, the ones within the days that the centre promises. */
    REVIEWED_ON_TIME(Fact.REVIEWED, Mark.LATE, false),
    /** Answered in writing within the days, as it cannot be done now or at all. */
    ANSWERED(Fact.ANSWERED, null, true),
    /** Of those answered, the ones within the days that the centre promises. */
    ANSWERED_ON_TIME(Fact.ANSWERED, Mark.LATE, false),
    /** Found within the days to be handled specially. */
    SPECIAL(Fact.SPECIAL, null, true),
    /** Granted or refused within the days; by the centre above where that decides. */
    DECIDED(Fact.DECIDED, null, true),
    /** Concluded here within the days: the result is there, whoever fetches it when. */
    CONCLUDED(Fact.CONCLUDED, null, true),
    /** Of those concluded, the ones of which a result has come, or a refusal. */
    RESULTED(Fact.CONCLUDED, Mark.RESULTED, true),
    /** Of those concluded, the ones of which no limit of this centre was missed until then. */
    ON_TIME(Fact.CONCLUDED, Mark.LATE, false),
    /** Of those concluded, the ones of which nothing was entered afterwards (M-CAS-12). */
    CAPTURED(Fact.CONCLUDED, Mark.AFTERWARDS, false),
    /** Of those concluded, the ones that were decided before the last day of what was promised. */
    EARLY(Fact.CONCLUDED, Mark.EARLY, true),
    /** Visits to the hall within the days. */
    VISITS(Fact.VISIT, null, true),
    /** Of those over of which the item says how often somebody has to come, the ones with no more visits than that. */
    VISITS_KEPT(Fact.VISITED, Mark.LATE, false),
    /** Delivered within the days. */
    DELIVERED(Fact.DELIVERED, null, true),
    /** Of those delivered, the ones within the days for making out and delivering. */
    DELIVERED_ON_TIME(Fact.DELIVERED, Mark.LATE, false),
    /** Not concluded when the first day began. */
    CARRIED_IN(null, null, true),
    /** Not concluded when the last day ended. */
    CARRIED_OUT(null, null, true),
    /** Not concluded now, whenever received. */
    OPEN(null, null, true),
    /** Not concluded now, and something is due since yesterday or longer. */
    OVERDUE(null, null, true),
    /** Concluded, and not delivered yet. */
    UNDELIVERED(null, null, true),
    /** Not over here: open, or not delivered yet. */
    HERE(null, null, true);

    /** What is noted of what has happened. */
    public enum Mark {
        LATE,
        EARLY,
        SAME_DAY,
        INSTANT,
        ONLINE,
        AFTERWARDS,
        RESULTED
    }

    private final Fact fact;
    private final Mark mark;
    private final boolean value;

    Figure(Fact fact, Mark mark, boolean value) {
        this.fact = fact;
        this.mark = mark;
        this.value = value;
    }

    /** What it is counted from; null for what is counted from the cases as they stand, or from what is open. */
    public Fact fact() {
        return fact;
    }

    /** Whether it is counted from what has happened; else from the cases as they stand. */
    public boolean isOfFacts() {
        return fact != null || isStock();
    }

    /** What divides its rows into those that count and the others; null where all count. */
    public Mark mark() {
        return mark;
    }

    /** Whether those with the mark count, or those without. */
    public boolean countsMarked() {
        return value;
    }

    /** Whether past days of it can be added up: what has become of its rows since says nothing of them. */
    public boolean isSummed() {
        return isOfFacts() && this != LEFT_OPEN;
    }

    /** Whether it counts what was open at the end of a day. */
    public boolean isStock() {
        return this == CARRIED_IN || this == CARRIED_OUT;
    }
}
