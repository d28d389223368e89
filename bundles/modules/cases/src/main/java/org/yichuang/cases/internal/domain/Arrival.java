package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.tenancy.api.Tenant;

/**
 * The file has arrived at the centre above, as its receipt says: from then on the days run within which that centre
 * accepts it or says what is missing. It tells more with its first letter, which stands in the place of this.
 */
public final class Arrival {
    /** A number as centres give them; behind it a receipt may say more. */
    private static final Pattern NUMBER = Pattern.compile("([0-9A-Za-z-]{1,40})(：.*)?", Pattern.DOTALL);

    private Arrival() {}

    /**
     * Notes it.
     *
     * @param words what the centre above has answered
     * @param arrived when it took the file, by its clock
     * @param above that centre
     * @return what is noted of it; empty where the centre above has said more of this file since
     */
    public static Optional<Map<String, String>> noted(
            CaseFile file, String words, Instant arrived, Tenant above, CommandContext now) {
        var number = NUMBER.matcher(words);
        Progress progress = file.progress().copy();
        Links links = progress.linked();
        boolean isNews = links.upperState == null || links.upperState.isEnd();
        boolean isThere = file.isAbove() && above.id().value().equals(file.upperCentre());
        if (!isNews || !isThere || !number.matches()) {
            return Optional.empty();
        }
        LocalDate from = now.receivedOn(arrived);
        Clock notice = Clock.started(
                        ClockKind.NOTICE, from, now.laws().on(from).licensing().notice())
                .reckoned(now.calendar());
        links.upperState = CaseState.RECEIVED;
        links.upperClocks.add(new PeerClock(above.id().value(), above.name(), notice));
        file.above(file.upperCentre(), number.group(1));
        file.note(progress);
        return Optional.of(
                Map.of("upperCentre", file.upperCentre(), "upperCase", number.group(1), "receivedOn", from.toString()));
    }
}
