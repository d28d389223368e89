package org.yichuang.year.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.year.check.WorkDays.Days;

/**
 * What departments do beside each other in a case (R1-22), as its entries tell it: each has a clock of its own, which
 * stands for what it alone needs, and what it misses is late by itself. Nothing of any other case.
 */
final class Joint {
    private static final Days TWENTY = new Days(20, true);

    private final ItemDefinition bundle;
    private final Facts facts;
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private boolean isRaised;
    private List<String> invited = List.of();

    private static final class Branch {
        private final JointMember member;
        private Watch watch;
        private LocalDate standsFrom;
        private boolean isMissed;
        private boolean isIn;
        private String outcome = "";
        private String conditions = "";

        Branch(JointMember member, Watch watch) {
            this.member = member;
            this.watch = watch;
        }

        boolean isLate(LocalDate day, WorkDays days) {
            return isMissed || watch.isOut(watch.ended == null ? day : watch.ended, days);
        }
    }

    Joint(ItemDefinition bundle, Facts facts) {
        this.bundle = bundle;
        this.facts = facts;
    }

    /** The clocks, in the order of the branches. */
    Stream<Watch> watches() {
        return branches.values().stream().map(branch -> branch.watch);
    }

    /** Whether the government has still to settle something. */
    boolean isRaised() {
        return isRaised;
    }

    /** Whether a department with a say has still to say something. */
    boolean isAwaited() {
        return branches.values().stream()
                .anyMatch(branch -> branch.member.decides() && !branch.isIn && branch.watch.dropped == null);
    }

    /** The department with a say that is waited for, and whose last day comes first; one that stands comes last. */
    Optional<String> awaited(WorkDays days) {
        return branches.values().stream()
                .filter(branch -> branch.member.decides() && !branch.isIn && branch.watch.dropped == null)
                .min(Comparator.comparing(branch -> branch.watch.last(days).orElse(LocalDate.MAX)))
                .map(branch -> branch.member.department());
    }

    /** Each branch has as long as its item says, and no longer than the whole, from the day of the acceptance on. */
    void open(Entry accepted, LocalDate from, List<String> wrong) {
        JointHandling handling = bundle.joint();
        if (handling == null) {
            return;
        }
        List<String> needed = List.of(accepted.detail("branches").split(","));
        WorkDays days = facts.days(accepted.at());
        Limit whole = bundle.promisedLimit() == null ? bundle.statutoryLimit() : bundle.promisedLimit();
        for (JointMember member : handling.members()) {
            if (needed.contains(member.id())) {
                Days limit = shorter(own(member), Stages.days(whole), from, days);
                branches.put(member.id(), new Branch(member, new Watch("branch", from, limit)));
            } else if (member.always()) {
                wrong.add("accepted without " + member.id());
            }
        }
    }

    private Days own(JointMember member) {
        if (member.item().isEmpty()) {
            return Stages.days(member.limit());
        }
        ItemDefinition item = facts.item(member.item());
        return Stages.days(item.promisedLimit() == null ? item.statutoryLimit() : item.promisedLimit());
    }

    private static Days shorter(Days own, Days whole, LocalDate from, WorkDays days) {
        if (own == null || whole == null) {
            return own == null ? Optional.ofNullable(whole).orElse(TWENTY) : own;
        }
        return last(own, from, days).isAfter(last(whole, from, days)) ? whole : own;
    }

    private static LocalDate last(Days limit, LocalDate from, WorkDays days) {
        return days.last(from, limit, 0, List.of()).orElseThrow();
    }

    void take(Entry entry, Story story) {
        LocalDate day = entry.day();
        WorkDays days = facts.days(entry.at());
        Branch branch = branches.get(entry.detail("branch"));
        switch (entry.event()) {
            case "opinion-given" -> {
                goOn(branch, day, story);
                say(branch, entry);
                story.expect(
                        "late with its opinion",
                        branch.isLate(day, days),
                        entry.data().path("late").asBoolean());
            }
            case "branch-suspended" -> {
                branch.standsFrom = day;
                branch.watch.stop(day);
                story.plans.begin(branch.member.id(), entry);
                Stream.of("decision", "promise").flatMap(story::running).forEach(watch -> watch.stop(day));
            }
            case "branch-resumed" -> goOn(branch, day, story);
            case "branch-reopened" -> named(entry).forEach(one -> reopen(one, day, story, days));
            case "branch-due" -> named(entry)
                    .forEach(
                            one -> story.expect("due, and waited for", true, !one.isIn && !one.watch.isOut(day, days)));
            case "branch-overdue" -> named(entry)
                    .forEach(one ->
                            story.expect("overdue, and waited for", true, !one.isIn && one.watch.isOut(day, days)));
            case "raised" -> {
                isRaised = true;
                story.start(
                        "coordination",
                        day,
                        new Days(entry.data().get("workingDays").asInt(), true));
            }
            case "settled" -> {
                isRaised = false;
                story.end("coordination", day);
            }
            case "appointed" -> {
                invited = List.of(entry.detail("branches").split(","));
                story.expect("invited", waiting(), invited);
            }
            default -> {
                // nothing that departments do beside each other
            }
        }
        expectDays(entry, story, days);
    }

    /** What is told of the days of branches. */
    private void expectDays(Entry entry, Story story, WorkDays days) {
        if (entry.event().startsWith("branch-")) {
            for (JsonNode told : entry.data().path("branches")) {
                Branch branch = branches.get(told.get("branch").asText());
                story.expect(
                        "due of " + branch.member.id(),
                        branch.watch.last(days).map(LocalDate::toString).orElse("null"),
                        told.get("due").asText());
                story.expect(
                        "department of " + branch.member.id(),
                        branch.member.department(),
                        told.get("department").asText());
            }
        }
    }

    private List<String> waiting() {
        return branches.values().stream()
                .filter(branch -> !branch.isIn)
                .map(branch -> branch.member.id())
                .toList();
    }

    private List<Branch> named(Entry entry) {
        List<Branch> named = new ArrayList<>();
        entry.data()
                .path("branches")
                .forEach(told -> named.add(branches.get(told.get("branch").asText())));
        return named;
    }

    private static void say(Branch branch, Entry entry) {
        if (branch.watch.isRunning()) {
            branch.watch.goOn(entry.day());
            branch.watch.ended = entry.day();
        }
        branch.isIn = true;
        branch.outcome = entry.fact("outcome");
        branch.conditions = entry.detail("conditions");
    }

    /** What has come since is to be seen as well: as long as before, but no longer than what is left of the whole. */
    private void reopen(Branch branch, LocalDate day, Story story, WorkDays days) {
        Days own = branch.watch.limit;
        branch.isMissed |= branch.isLate(day, days);
        Days left = Stream.of("decision", "promise")
                .flatMap(story::running)
                .flatMap(watch -> watch.last(days).stream())
                .min(LocalDate::compareTo)
                .map(last -> new Days(Math.max(1, days.between(day, last)), true))
                .orElse(own);
        branch.watch = new Watch("branch", day, shorter(own, left, day, days));
        branch.isIn = false;
        if (story.standsFrom != null) {
            branch.watch.stop(story.standsFrom);
        }
    }

    /** What a department needed is over: what stands for nothing else goes on. */
    private void goOn(Branch branch, LocalDate day, Story story) {
        if (branch.standsFrom == null) {
            return;
        }
        branch.standsFrom = null;
        story.plans.end(branch.member.id());
        List<Watch> stood = Stream.concat(
                        Stream.of(branch.watch),
                        Stream.of("decision", "promise").flatMap(story::running))
                .filter(Watch::isRunning)
                .toList();
        stood.forEach(watch -> watch.goOn(day));
        if (story.standsFrom != null) {
            stood.forEach(watch -> watch.stop(day));
        }
        standOn(day, story);
    }

    /** What stands for a department alone stands on, and the decision with it. */
    void standOn(LocalDate day, Story story) {
        for (Branch branch : branches.values()) {
            if (branch.standsFrom != null) {
                branch.watch.goOn(day);
                branch.watch.stop(day);
                Stream.of("decision", "promise").flatMap(story::running).forEach(watch -> watch.stop(day));
            }
        }
    }

    /** Nothing stands for a department any more. */
    void end(Story story) {
        branches.values().forEach(branch -> {
            branch.standsFrom = null;
            story.plans.end(branch.member.id());
        });
    }

    /** Items and organs of those that papers name. */
    Stream<String> members() {
        return branches.values().stream().map(Joint::name);
    }

    /** The same of those that are in the way. */
    Stream<String> refusing() {
        return branches.values().stream()
                .filter(branch -> branch.member.decides() && branch.outcome.equals("REFUSE") && branch.isIn)
                .map(Joint::name);
    }

    /** Under what those that have a say agree. */
    Stream<String> conditions() {
        return branches.values().stream()
                .filter(branch -> branch.member.decides() && branch.outcome.equals("AGREE") && branch.isIn)
                .filter(branch -> !branch.conditions.isEmpty())
                .map(branch -> branch.member.name() + "：" + branch.conditions);
    }

    private static String name(Branch branch) {
        JointMember member = branch.member;
        return member.name() + "（" + (member.organ().isEmpty() ? member.department() : member.organ()) + "）";
    }

    /** The departments of branches. */
    Stream<String> departments(String ids) {
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> branches.get(id).member.department());
    }

    /** What a branch is about. */
    String about(String id) {
        return branches.get(id).member.name();
    }
}
