package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.cases.api.BranchState;
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
        boolean isThere = file.isAbove() && above.id().value().equals(file.upperCentre());
        if (!isNews(progress.linked()) || !isThere || !number.matches()) {
            return Optional.empty();
        }
        LocalDate from = now.receivedOn(arrived);
        arrived(progress.linked(), above, from, now);
        file.above(file.upperCentre(), number.group(1));
        file.note(progress);
        return Optional.of(details(above, number.group(1), from));
    }

    /**
     * Notes the same of the branch of a joint case that the centre above decides.
     *
     * @param id the branch
     */
    public static Optional<Map<String, String>> notedInBranch(
            CaseFile file, String id, String words, Instant arrived, Tenant above, CommandContext now) {
        var number = NUMBER.matcher(words);
        Progress progress = file.progress().copy();
        boolean isThere = progress.branches.stream()
                .anyMatch(branch -> branch.id().equals(id)
                        && branch.state() == BranchState.ABOVE
                        && above.id().value().equals(branch.above().centre())
                        && isNews(branch.above().links()));
        if (!isThere || !number.matches()) {
            return Optional.empty();
        }
        LocalDate from = now.receivedOn(arrived);
        BranchRoads.change(
                progress, id, there -> there.known(number.group(1)).with(links -> arrived(links, above, from, now)));
        file.note(progress);
        Map<String, String> details = new HashMap<>(details(above, number.group(1), from));
        details.put("branch", id);
        return Optional.of(details);
    }

    private static boolean isNews(Links links) {
        return links.upperState == null || links.upperState.isEnd();
    }

    private static void arrived(Links links, Tenant above, LocalDate from, CommandContext now) {
        Clock notice = Clock.started(
                        ClockKind.NOTICE, from, now.laws().on(from).licensing().notice())
                .reckoned(now.calendar());
        links.upperState = CaseState.RECEIVED;
        links.upperClocks.add(new PeerClock(above.id().value(), above.name(), notice));
    }

    private static Map<String, String> details(Tenant above, String number, LocalDate from) {
        return Map.of("upperCentre", above.id().value(), "upperCase", number, "receivedOn", from.toString());
    }
}
