package org.yichuang.windows.internal;

import java.util.List;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.domain.Stationing;

/** What commands say, as the rows keep it. */
final class Said {
    private Said() {}

    static Stationing.Section section(Station given) {
        return given.section() == null
                ? null
                : new Stationing.Section(
                        given.section().name(),
                        given.section().setUpOn(),
                        given.section().wholeBody(),
                        given.section().staff(),
                        given.section().items());
    }

    static Stationing.Statement statement(Station given) {
        return given.statement() == null
                ? null
                : new Stationing.Statement(
                        given.statement().head(),
                        given.statement().windowHead(),
                        given.statement().signedOn(),
                        given.statement().items());
    }

    static HallWindow.Plan plan(OpenWindow given) {
        List<HallWindow.Member> members = given.departments() == null
                ? List.of()
                : given.departments().stream()
                        .map(each -> new HallWindow.Member(each.department(), each.consent()))
                        .toList();
        HallWindow.Position position = given.position() == null
                ? null
                : new HallWindow.Position(
                        given.position().floor(),
                        given.position().x(),
                        given.position().y());
        return new HallWindow.Plan(members, position, given.predecessors(), given.reason());
    }

    static LetterContent.Person person(Person given) {
        return new LetterContent.Person(given.account(), given.name(), given.unit(), given.post(), given.rank());
    }
}
