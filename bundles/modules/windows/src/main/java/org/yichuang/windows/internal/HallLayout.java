package org.yichuang.windows.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;

/**
 * Sets a hall up, by the same steps as people: the liaison proposes, the manager consents. Each step has a key of its
 * own, so that one that was cut short, or done by two containers at once, is finished and done once.
 */
public class HallLayout {
    private static final Set<LetterState> UNSIGNED = Set.of(LetterState.PROPOSED, LetterState.CONSENTED);
    private static final int YEARS = 2;
    private static final int SCORE = 92;
    private static final int PLACES = 100;
    private static final int VISIT = 60;

    private final Hall hall;
    private final Staff staff;
    private final Letters letters;
    private final Queues queues;
    private final PointHours hours;
    private final Visits visits;
    private final Clock clock;

    public HallLayout(Hall hall, Staff staff, Letters letters, Queue queue, Visits visits, Clock clock) {
        this.hall = hall;
        this.staff = staff;
        this.letters = letters;
        this.queues = queue.queues();
        this.hours = queue.hours();
        this.visits = visits;
        this.clock = clock;
    }

    /** Sets one up, unless it is there; tells whether it was not. */
    boolean lay(HallFile file, TenantId tenant) {
        Steps steps = new Steps(tenant);
        if (isThere(file, steps.liaison("look"))) {
            openPlace(file, steps);
            return false;
        }
        stationAll(file, steps);
        openWindows(file, steps);
        openPlace(file, steps);
        file.queues().forEach(each -> queues.open(each, steps.manager("queue " + each.code())));
        file.staff().forEach(each -> employ(each, file, steps));
        lookIn(file, steps);
        for (int i = 0; i < file.departments().size(); i++) {
            issue(file.letter(i), file.departments().get(i), file, steps);
        }
        return true;
    }

    /** Says when the place is open, where that was not said, as of one that was set up before hours were kept. */
    private void openPlace(HallFile file, Steps steps) {
        CallContext call = steps.manager("hours");
        hall.points(PageRequest.of(PLACES, ""), call.withoutKey()).items().stream()
                .filter(each -> each.name().equals(file.place().name()))
                .map(each -> hours.find(each.id(), call.withoutKey()))
                .filter(each -> each.week().isEmpty() && each.exceptions().isEmpty())
                .findFirst()
                .ifPresent(each -> hours.set(each.point(), file.hours(), call));
    }

    /** The last letter is the last thing that is done. */
    private boolean isThere(HallFile file, CallContext call) {
        try {
            LetterState state = letters.find(file.letter(file.departments().size() - 1), call.withoutKey())
                    .state();
            return !UNSIGNED.contains(state);
        } catch (ProblemException e) {
            if (e.code() != WindowsError.LETTER_UNKNOWN) {
                throw e;
            }
            return false;
        }
    }

    private void stationAll(HallFile file, Steps steps) {
        for (HallFile.Department each : file.departments()) {
            Station station = new Station(each.name(), each.kind(), file.since(), null, null);
            String id = hall.station(station, steps.manager("station " + each.name()))
                    .id();
            hall.enter(id, new Enter(each.items()), steps.manager("enter " + each.name()));
        }
    }

    private void openWindows(HallFile file, Steps steps) {
        String place = hall.openPoint(file.place(), steps.manager("place")).id();
        file.windows()
                .forEach(each -> hall.openWindow(
                        new OpenWindow(
                                each.number(),
                                each.name(),
                                place,
                                each.kind(),
                                file.members(each),
                                each.position(),
                                null,
                                null),
                        steps.manager("window " + each.number())));
    }

    private void employ(HallFile.Clerk clerk, HallFile file, Steps steps) {
        String who = clerk.account();
        Words words = new Words(file.examination());
        Recommend recommend = new Recommend(
                who,
                clerk.name(),
                clerk.employeeNo(),
                file.place().name(),
                clerk.post(),
                clerk.rank(),
                file.names(),
                clerk.standIn());
        String id =
                staff.recommend(recommend, steps.liaison("recommend " + who)).id();
        staff.vet(id, words, steps.manager("vet " + who));
        staff.approve(id, words, steps.manager("approve " + who));
        CallContext training = steps.manager("train " + who);
        staff.train(id, new Train(file.examination(), training.today(), SCORE, true), training);
        staff.badge(id, new Badge(clerk.window()), steps.manager("badge " + who));
    }

    /** The leaders of the first department have been to its window. */
    private void lookIn(HallFile file, Steps steps) {
        String department = file.departments().get(0).name();
        CallContext head = steps.manager("visit of the head");
        RecordVisit inspects = new RecordVisit(
                department, file.principal().name(), LeaderRank.HEAD, VisitPurpose.INSPECT, head.today(), VISIT, null);
        visits.record(inspects, head);
        RecordVisit sits = new RecordVisit(
                department, file.a().name(), LeaderRank.DEPUTY, VisitPurpose.SIT, head.today(), VISIT, null);
        visits.record(sits, steps.manager("visit of the deputy"));
    }

    private void issue(String number, HallFile.Department of, HallFile file, Steps steps) {
        CallContext proposing = steps.liaison("propose " + number);
        LocalDate today = proposing.today();
        Propose propose = new Propose(
                number,
                of.name(),
                file.principal().of(of.name()),
                file.a().of(of.name()),
                file.b().of(of.name()),
                of.full(),
                of.partial(),
                List.of(Right.COORDINATE),
                today,
                today.plusYears(YEARS).minusDays(1),
                null);
        letters.propose(propose, proposing);
        letters.answer(number, true, new Words(file.consent()), steps.manager("consent " + number));
        Sign signed = new Sign(
                Digests.sha256(number + file.principal()),
                Digests.sha256(number + of.name()),
                Digests.sha256(number + file.a()),
                Digests.sha256(number + file.b()));
        letters.issue(number, signed, steps.liaison("issue " + number));
    }

    /** Who takes the steps at a centre. */
    private final class Steps {
        private final TenantId tenant;

        Steps(TenantId tenant) {
            this.tenant = tenant;
        }

        CallContext manager(String step) {
            Set<String> may = Set.of(WindowsPermission.VIEW, WindowsPermission.MANAGE);
            return call(new Actor("manager", "manager", Set.of("centre-manager"), Set.of(), may), step);
        }

        CallContext liaison(String step) {
            String role = WindowsDescriptor.LIAISON;
            Set<String> may = Set.of(WindowsPermission.VIEW, WindowsPermission.PROPOSE);
            return call(new Actor(role, role, Set.of(role), Set.of(), may), step);
        }

        private CallContext call(Actor who, String step) {
            String digest = Digests.sha256(DemonstrationHall.REQUEST + " " + step);
            return new CallContext(
                    tenant,
                    who,
                    clock.instant(),
                    DemonstrationHall.REQUEST,
                    Optional.of(new IdempotencyKey(digest, digest)),
                    Optional.empty());
        }
    }
}
