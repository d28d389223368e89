package org.yichuang.windows.internal;

import java.util.List;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.domain.Stationing;

/** What commands say, as the rows keep it. */
final class Said {
    /** No department hands over more items, or has more staff. */
    private static final int MOST = 100_000;

    private Said() {}

    /** @throws ProblemException {@code fields-invalid} */
    static void requireNumbers(Station given) {
        if (given.section() != null) {
            requireNumber("section.staff", given.section().staff());
            requireNumber("section.items", given.section().items());
        }
        if (given.statement() != null) {
            requireNumber("statement.items", given.statement().items());
        }
    }

    private static void requireNumber(String field, int number) {
        if (number < 0 || number > MOST) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Said.class, "station.number", MOST));
        }
    }

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
