package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.InstantConverter;

/** The cases, and the branches of joint ones, that have begun under items; each along an index. */
public class BegunRows implements VersionUsage {
    private static final int CHUNK = 500;
    private static final String CASES = "SELECT ITEM, COUNT(*) FROM CASES_CASE"
            + " WHERE TENANT=? AND RECEIVED_MICROS>=? AND ITEM IN (%s) GROUP BY ITEM";
    private static final String BRANCHES = "SELECT B.ITEM, COUNT(*) FROM CASES_BRANCH B JOIN CASES_CASE C"
            + " ON C.TENANT=B.TENANT AND C.CASE_NUMBER=B.CASE_NUMBER"
            + " WHERE B.TENANT=? AND C.RECEIVED_MICROS>=? AND B.ITEM IN (%s) GROUP BY B.ITEM";
    /** Each item that a case has begun under stands there, under each of its names but once. */
    private static final String EVER = "SELECT DISTINCT ITEM FROM CASES_ITEM_NAME WHERE TENANT=?";

    private static final String EVER_JOINT =
            "SELECT DISTINCT ITEM FROM CASES_BRANCH WHERE TENANT=? AND ITEM IS NOT NULL";
    private static final String RUNNING =
            "SELECT COUNT(*) FROM CASES_CASE WHERE TENANT=? AND ITEM=? AND ENDED_ON IS NULL";
    private static final String RUNNING_JOINT =
            "SELECT COUNT(*) FROM CASES_BRANCH WHERE TENANT=? AND ITEM=? AND ENDED_ON IS NULL";

    @Override
    public Map<String, Integer> begun(Collection<String> codes, Instant since, UnitOfWork unit) {
        Map<String, Integer> begun = new HashMap<>();
        count(CASES, known(EVER, codes, unit), since, unit, begun);
        count(BRANCHES, known(EVER_JOINT, codes, unit), since, unit, begun);
        return begun;
    }

    /** Of many items those that are asked for here at all: most of a long list never are. */
    private static List<String> known(String sql, Collection<String> codes, UnitOfWork unit) {
        if (codes.size() <= CHUNK) {
            return List.copyOf(codes);
        }
        Set<String> known = new HashSet<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, unit.context().tenant().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Items under which something has begun cannot be read", e);
        }
        List<String> asked = new ArrayList<>(codes);
        asked.retainAll(known);
        return asked;
    }

    private static void count(
            String sql, List<String> codes, Instant since, UnitOfWork unit, Map<String, Integer> begun) {
        for (int from = 0; from < codes.size(); from += CHUNK) {
            countSome(sql, codes.subList(from, Math.min(codes.size(), from + CHUNK)), since, unit, begun);
        }
    }

    private static void countSome(
            String sql, List<String> codes, Instant since, UnitOfWork unit, Map<String, Integer> begun) {
        String marks = String.join(",", Collections.nCopies(codes.size(), "?"));
        try (PreparedStatement statement = unit.connection().prepareStatement(sql.formatted(marks))) {
            statement.setString(1, unit.context().tenant().value());
            statement.setLong(2, InstantConverter.micros(since));
            int place = 3;
            for (String code : codes) {
                statement.setString(place++, code);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    begun.merge(rows.getString(1), rows.getInt(2), Integer::sum);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What has begun under items cannot be counted", e);
        }
    }

    @Override
    public int running(String code, UnitOfWork unit) {
        return running(RUNNING, code, unit) + running(RUNNING_JOINT, code, unit);
    }

    private static int running(String sql, String code, UnitOfWork unit) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, code);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What goes on under an item cannot be counted", e);
        }
    }
}
