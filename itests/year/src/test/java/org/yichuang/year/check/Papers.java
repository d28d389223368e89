package org.yichuang.year.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.Level;
import org.yichuang.year.check.WorkDays.Days;

/** The documents that the steps of a case issue, with what they say but of people and in free words. */
final class Papers {
    private static final int CHECKED_WITHIN = 40;
    private static final int DEFERRED_USUALLY = 10;
    private static final int MARGIN = 2;
    private static final Map<String, String> PROCEDURES = Map.of(
            "HEARING",
            "听证",
            "TENDER",
            "招标",
            "AUCTION",
            "拍卖",
            "INSPECTION",
            "检验",
            "TESTING",
            "检测",
            "QUARANTINE",
            "检疫",
            "APPRAISAL",
            "鉴定",
            "EXPERT_REVIEW",
            "专家评审");

    final List<Paper> all = new ArrayList<>();
    private final ItemDefinition item;
    private final Level level;
    private final Facts facts;
    private final List<LocalDate> asked = new ArrayList<>();
    private final Map<String, LocalDate> promised = new HashMap<>();
    private LocalDate answered;
    private String result = "";
    private boolean isFromBelow;
    private boolean isAccepted;
    private boolean isGivenUp;
    private Entry origin;
    private String appointment = "";

    Papers(ItemDefinition item, Level level, Facts facts) {
        this.item = item;
        this.level = level;
        this.facts = facts;
    }

    /** After a step. */
    void take(Entry entry, Story story) {
        WorkDays days = facts.days(entry.at());
        switch (entry.event()) {
            case "submitted", "transferred" -> {
                origin = facts.origin(entry);
                isFromBelow = entry.event().equals("transferred");
            }
            case "corrected", "answered" -> answered = entry.day();
            case "issued" -> result = entry.fact("documentNumber");
            default -> {
                // nothing that later papers tell
            }
        }
        if (entry.event().equals("granted") || entry.event().equals("refused")) {
            decided(entry, story, days);
        } else if (entry.action().equals("deem-renewed")) {
            add("deemed-renewal");
        }
        if (!isFromBelow) {
            take(entry, story, days);
        }
    }

    private void take(Entry entry, Story story, WorkDays days) {
        switch (entry.event()) {
            case "submitted" -> receipt("receipt", entry, story, days);
            case "accepted", "deemed-accepted" -> accepted(entry, story, days);
            case "corrected-on-the-spot" -> add("on-the-spot-correction").is("receivedAt", moment(entry));
            case "withdrawal-asked" -> isGivenUp = true;
            case "correction-notified" -> asked(entry);
            case "upper-asked" -> {
                if (!isGivenUp) { // nobody is asked for anything any more who does not want it
                    asked(entry);
                }
            }
            case "corrected", "answered" -> receipt("correction-receipt", entry, story, days);
            case "not-accepted" -> notAccepted(entry);
            case "clearly-answered" -> add("clear-answer").has("remedies", remedies());
            case "lapsed" -> add("lapse-notice")
                    .is("notifiedOn", day(asked.get(asked.size() - 1)))
                    .is("correctionDue", day(LocalDate.parse(entry.detail("correctionDue"))))
                    .has("remedies", remedies());
            case "suspended", "upper-suspended" -> suspended(
                    PROCEDURES.get(entry.fact("procedure")),
                    entry.data().get("plannedWorkingDays").asInt(),
                    entry.date("from"),
                    days);
            case "branch-suspended" -> suspended(
                            PROCEDURES.get(entry.fact("procedure")),
                            entry.data().get("plannedWorkingDays").asInt(),
                            entry.date("from"),
                            days)
                    .is("branchName", story.joint.about(entry.detail("branch")))
                    .is("branchDepartment", entry.fact("department"));
            case "appointed", "appointment-held", "appointment-off" -> appointed(entry, story);
            case "hearing-right-notified" -> {
                String until = toCome(story.hearing.lastToAsk(days), days);
                add("hearing-right-notice").is("requestUntil", until);
                others("hearing-party-right-notice", story).forEach(paper -> paper.is("requestUntil", until));
            }
            case "hearing-requested" -> suspended(
                    PROCEDURES.get("HEARING"), Hearing.TO_HOLD.amount(), story.standsFrom, days);
            case "hearing-convened" -> {
                String at = moment(story.hearing.session());
                add("hearing-notice").is("heldAt", at);
                others("hearing-party-notice", story).forEach(paper -> paper.is("heldAt", at));
            }
            case "hearing-called-off" -> {
                if (story.hearing.isOff()) {
                    others("hearing-party-cancellation", story);
                }
                add("hearing-cancellation").is("resumedAfter", day(entry.day()));
            }
            case "hearing-held" -> add("hearing-record")
                    .is("heldOn", day(story.hearing.session().toLocalDate()));
            case "extended", "upper-extended" -> add("extension-notice")
                    .is("extendedBy", entry.fact("workingDays"))
                    .is("dueBefore", day(entry.date("dueBefore")))
                    .is("due", toCome(entry.date("due"), days));
            case "supplied" -> supplied(entry);
            case "delivered" -> add("delivery")
                    .is("deliveredOn", day(entry.day()))
                    .is("documentNumber", result);
            case "grant-ended" -> add("grant-ending");
            case "withdrawn" -> add("withdrawal").is("withdrawnOn", day(entry.day()));
            default -> {
                // no paper
            }
        }
    }

    private Paper add(String kind) {
        Paper paper = new Paper(kind)
                .is("caseNumber", origin.id())
                .by(new Signatures(item, facts.level(origin.tenant())).of(kind));
        if (!List.of("receipt", "correction-receipt", "on-the-spot-correction", "supply-receipt", "delivery")
                .contains(kind)) {
            paper.is("handedInOn", day(origin.day()));
        }
        all.add(paper);
        return paper;
    }

    private void receipt(String kind, Entry entry, Story story, WorkDays days) {
        // beside an acceptance no day is told by which it is accepted
        Optional<Watch> notice = isAccepted ? Optional.empty() : story.lastRunning("notice");
        add(kind)
                .is("receivedAt", moment(entry))
                .is(
                        "noticeDue",
                        notice.flatMap(watch -> watch.told(days))
                                .map(day -> toCome(day, days))
                                .orElse(""))
                .is(
                        "countedFrom",
                        notice.map(watch -> watch.start)
                                .filter(day -> !day.equals(entry.day()))
                                .map(Papers::day)
                                .orElse(""));
    }

    private void accepted(Entry entry, Story story, WorkDays days) {
        if (isAccepted) {
            return; // what came back from above is accepted once more without a paper
        }
        isAccepted = true;
        boolean isDeemed = entry.fact("mode").equals("DEEMED");
        String due = story.lastEnded("notice")
                .flatMap(watch -> watch.last(days))
                .map(Papers::day)
                .orElse("");
        boolean isCorrected = answered != null;
        Paper paper = add(isDeemed ? "deemed-acceptance" : "acceptance").is("acceptedOn", day(entry.date("clockFrom")));
        if (isDeemed) {
            paper.is("noticeDue", isCorrected ? "" : due)
                    .is("correctedDue", isCorrected ? due : "")
                    .is("notifiedOn", isCorrected ? day(asked.get(asked.size() - 1)) : "")
                    .is("correctedOn", isCorrected ? day(answered) : "");
        } else {
            paper.is("receiptNumber", entry.fact("receiptNumber"))
                    .has("deadlines", deadlines(story, days))
                    .has("jointMembers", story.joint.members());
        }
        promised(entry, days);
    }

    /** Where another centre decides, its limit counts from its acceptance, and what is promised from this one. */
    private Stream<String> deadlines(Story story, WorkDays days) {
        List<String> law = last(story, "decision", days).toList();
        Stream<String> elsewhere = Stream.ofNullable(item.statutoryLimit()).map(limit -> "自决定机关受理之日起" + limit.amount());
        return Stream.concat(law.isEmpty() ? elsewhere : law.stream(), last(story, "promise", days));
    }

    private static Stream<String> last(Story story, String kind, WorkDays days) {
        return story.lastRunning(kind).stream()
                .flatMap(watch -> watch.last(days).stream())
                .map(Papers::day);
    }

    /** Until when something may follow, and is checked, by the law's practice (R3-19, R3-20). */
    private void promised(Entry entry, WorkDays days) {
        List<JsonNode> promises = StreamSupport.stream(
                        entry.data().path("promises").spliterator(), false)
                .toList();
        List<String> deferred = new ArrayList<>();
        List<String> declared = new ArrayList<>();
        LocalDate check = days.last(entry.day(), new Days(CHECKED_WITHIN, true), 0, List.of())
                .orElseThrow();
        for (JsonNode promise : promises) {
            Material material = item.materials().stream()
                    .filter(one -> one.code().equals(promise.get("material").asText()))
                    .findFirst()
                    .orElseThrow();
            if (promise.get("kind").asText().equals("DEFERRAL")) {
                LocalDate until = until(material, entry.day(), days);
                promised.put(material.code(), until);
                deferred.add(material.name());
                deferred.add(day(until));
            } else {
                declared.add(material.name());
            }
        }
        if (!deferred.isEmpty()) {
            add("deferral-notice").has("deferred", deferred.stream());
        }
        if (!declared.isEmpty()) {
            add("declaration").has("declared", declared.stream()).is("checkDue", day(check));
        }
    }

    private LocalDate until(Material material, LocalDate day, WorkDays days) {
        Integer most = material.deferral().workingDays();
        Days limit = Stages.days(item.promisedLimit() == null ? item.statutoryLimit() : item.promisedLimit());
        LocalDate due = days.last(day, limit, 0, List.of()).orElseThrow();
        int left = most == null ? DEFERRED_USUALLY : most;
        while (days.last(day, new Days(left + MARGIN, true), 0, List.of())
                .orElseThrow()
                .isAfter(due)) {
            left--;
        }
        return days.last(day, new Days(left, true), 0, List.of()).orElseThrow();
    }

    private void asked(Entry entry) {
        Paper paper = add("correction-notice")
                .is(
                        "earlier",
                        String.join(
                                "、", asked.stream().map(Papers::day).distinct().toList()));
        if (entry.event().equals("upper-asked")) {
            Entry question = facts.question(entry);
            paper.by(new Signatures(item, level).of(facts.level(question.tenant()), question.department()));
        }
        asked.add(entry.day());
    }

    private void notAccepted(Entry entry) {
        boolean isNeedless = entry.fact("outcome").equals("NOT_NEEDED");
        add(isNeedless ? "not-needed" : "non-acceptance").has("remedies", remedies());
    }

    private Stream<String> remedies() {
        return item.reconsiderationFirst() ? Stream.of("应当先", "六十日", "十五日") : Stream.of("六十日", "六个月");
    }

    /** Whoever else is concerned gets papers of their own. */
    private List<Paper> others(String kind, Story story) {
        return IntStream.range(0, story.hearing.others())
                .mapToObj(any -> add(kind))
                .toList();
    }

    private Paper suspended(String procedure, int planned, LocalDate from, WorkDays days) {
        LocalDate until = from;
        for (int i = 0; i < planned; i++) {
            until = days.next(until);
        }
        return add("suspension-notice")
                .is("procedure", procedure)
                .is("plannedDays", Integer.toString(planned))
                .is("plannedUntil", toCome(until, days))
                .is("suspendedFrom", day(from));
    }

    /** What departments do together on one day; where the case has ended before, nobody is told in writing. */
    private void appointed(Entry entry, Story story) {
        if (entry.event().equals("appointed")) {
            appointment = moment(LocalDateTime.parse(entry.detail("time")));
            add("joint-appointment").has("invited", story.joint.departments(entry.detail("branches")));
        } else if (entry.event().equals("appointment-held")) {
            add("joint-record").has("absent", story.joint.departments(entry.detail("absent")));
        } else if (!entry.detail("state").isEmpty()) {
            add("joint-cancellation");
        } else {
            return;
        }
        all.get(all.size() - 1).is("visitAt", appointment);
    }

    private void supplied(Entry entry) {
        Stream<JsonNode> open =
                StreamSupport.stream(entry.data().path("outstanding").spliterator(), false);
        add("supply-receipt")
                .is("receivedAt", moment(entry))
                .has(
                        "outstanding",
                        open.map(JsonNode::asText)
                                .map(code -> promised.containsKey(code) ? day(promised.get(code)) : name(code)));
    }

    private String name(String code) {
        return item.materials().stream()
                .filter(material -> material.code().equals(code))
                .map(Material::name)
                .findFirst()
                .orElseThrow();
    }

    private void decided(Entry entry, Story story, WorkDays days) {
        if (!entry.action().equals("decide")) {
            return; // the paper of the centre above
        }
        List<String> heard =
                story.hearing.isHeld() ? List.of(day(story.hearing.session().toLocalDate())) : List.of();
        if (entry.event().equals("granted")) {
            Optional<LocalDate> due = story.lastRunning("delivery").flatMap(watch -> watch.last(days));
            add("grant")
                    .is("deliveryDue", due.map(day -> toCome(day, days)).orElse(""))
                    .has("hearing", heard.stream())
                    .has("jointMembers", story.joint.members())
                    .has("jointConditions", story.joint.conditions());
        } else {
            add("refusal")
                    .has("remedies", remedies())
                    .has("hearing", heard.stream())
                    .has("jointRefusing", story.joint.refusing());
        }
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String toCome(LocalDate day, WorkDays days) {
        return days.isCertain(day) ? day(day) : day(day) + "（暂定：" + day.getYear() + "年放假安排尚未公布，公布后重新计算）";
    }

    private static String moment(Entry entry) {
        return moment(entry.at());
    }

    private static String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + at.getHour() + "时" + "%02d分".formatted(at.getMinute());
    }
}
