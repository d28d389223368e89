package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.tenancy.api.Tenant;

/**
 * Lists that the centres of a line keep, of which the first that has a code says what it is; read part by part.
 *
 * @param rows reads a centre's list
 * @param code the code of a row
 * @param <R> a row
 */
record LineLists<R>(Rows<R> rows, Function<R, String> code) {
    private static final int FEWEST_READ = 100;

    /** The list of the transaction's centre. */
    interface Rows<R> {
        /** Returns what is wanted of it behind a code, by code. */
        List<R> after(String code, int most, UnitOfWork unit);

        /** Returns which of some codes it has, wanted or not. */
        Collection<String> among(List<String> codes, UnitOfWork unit);
    }

    /** A row and whose it is. */
    record Placed<R>(Tenant centre, R row) {}

    /**
     * Returns a part of what holds: the first centre's list by code, then what the second has besides, and so on.
     *
     * @param line in the order in which they count
     */
    Page<Placed<R>> page(List<Tenant> line, PageRequest page, UnitOfWork unit) {
        LinePlace from = LinePlace.of(page.cursor(), line);
        List<Placed<R>> found = new ArrayList<>();
        for (int i = from.centre(); i < line.size() && found.size() <= page.limit(); i++) {
            read(line, i, i == from.centre() ? from.code() : "", page.limit() + 1 - found.size(), unit)
                    .forEach(found::add);
        }
        return Page.of(
                found, page.limit(), each -> LinePlace.after(each.centre().id(), code.apply(each.row())));
    }

    /** Reads on until enough is found that no centre before says something of, or nothing is left. */
    private List<Placed<R>> read(List<Tenant> line, int index, String after, int most, UnitOfWork unit) {
        Tenant centre = line.get(index);
        int chunk = index == 0 ? most : Math.max(most, FEWEST_READ);
        List<Placed<R>> found = new ArrayList<>();
        String last = after;
        boolean more = true;
        while (more && found.size() < most) {
            String from = last;
            List<R> part = unit.reading(centre.id(), visit -> rows.after(from, chunk, visit));
            Set<String> said =
                    said(line.subList(0, index), part.stream().map(code).toList(), unit);
            part.stream()
                    .filter(row -> !said.contains(code.apply(row)))
                    .forEach(row -> found.add(new Placed<>(centre, row)));
            more = part.size() == chunk;
            last = part.isEmpty() ? last : code.apply(part.get(part.size() - 1));
        }
        return found.subList(0, Math.min(found.size(), most));
    }

    private Set<String> said(List<Tenant> before, List<String> codes, UnitOfWork unit) {
        Set<String> said = new HashSet<>();
        for (Tenant centre : codes.isEmpty() ? List.<Tenant>of() : before) {
            said.addAll(unit.reading(centre.id(), visit -> rows.among(codes, visit)));
        }
        return said;
    }
}
