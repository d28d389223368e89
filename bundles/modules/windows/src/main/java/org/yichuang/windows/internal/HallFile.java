package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.internal.WindowsCommands.Member;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Position;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.persistence.Json;

/**
 * A file of the demonstration: a hall, and by which letters it works.
 *
 * @param since from which day on the departments work there
 * @param hours when it is open
 * @param consent the number of the paper by which they have joined the comprehensive windows
 * @param examination in what the staff were examined
 * @param a who acts for all departments while B is away
 * @param b who is there every day
 * @param letters how the numbers of letters begin
 */
record HallFile(
        LocalDate since,
        OpenPoint place,
        SetHours hours,
        String consent,
        List<Department> departments,
        List<Desk> windows,
        List<OpenQueue> queues,
        String examination,
        List<Clerk> staff,
        Signatory principal,
        Signatory a,
        Signatory b,
        String letters) {
    HallFile {
        hours = hours == null ? new SetHours(List.of(), List.of()) : hours;
    }

    static HallFile read(String text) {
        return Json.read(text, HallFile.class);
    }

    /** A department, and codes of the items that it handles to their end, or but for the decision. */
    record Department(String name, StationingKind kind, List<String> full, List<String> partial) {
        Department {
            full = full == null ? List.of() : List.copyOf(full);
            partial = partial == null ? List.of() : List.copyOf(partial);
        }

        List<String> items() {
            return Stream.concat(full.stream(), partial.stream()).toList();
        }
    }

    /** A window; one that names no departments serves all. */
    record Desk(String number, String name, WindowKind kind, List<String> departments, Position position) {}

    /** Somebody at a window, for all departments. */
    record Clerk(
            String account, String employeeNo, String name, String post, Rank rank, String window, String standIn) {}

    /** Somebody whom the letters name. */
    record Signatory(String account, String name, String post, Rank rank) {
        Person of(String department) {
            return new Person(account, name, department, post, rank);
        }
    }

    List<String> names() {
        return departments.stream().map(Department::name).toList();
    }

    List<Member> members(Desk desk) {
        List<String> served = desk.departments() == null ? names() : desk.departments();
        return served.stream()
                .map(name -> new Member(name, desk.kind() == WindowKind.COMPREHENSIVE ? consent : null))
                .toList();
    }

    /** The number of a department's letter. */
    String letter(int which) {
        return String.format(Locale.ROOT, "%s%02d", letters, which + 1);
    }
}
