package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.InstantConverter;

/** The cases, and the branches of joint ones, that have begun under items; each along an index. */
public class BegunRows implements VersionUsage {
    private static final String CASES = "SELECT ITEM, COUNT(*) FROM CASES_CASE"
            + " WHERE TENANT=? AND RECEIVED_MICROS>=? AND ITEM IN (%s) GROUP BY ITEM";
    private static final String BRANCHES = "SELECT B.ITEM, COUNT(*) FROM CASES_BRANCH B JOIN CASES_CASE C"
            + " ON C.TENANT=B.TENANT AND C.CASE_NUMBER=B.CASE_NUMBER"
            + " WHERE B.TENANT=? AND C.RECEIVED_MICROS>=? AND B.ITEM IN (%s) GROUP BY B.ITEM";

    @Override
    public Map<String, Integer> begun(Collection<String> codes, Instant since, UnitOfWork unit) {
        Map<String, Integer> begun = new HashMap<>();
        if (!codes.isEmpty()) {
            count(CASES, codes, since, unit, begun);
            count(BRANCHES, codes, since, unit, begun);
        }
        return begun;
    }

    private static void count(
            String sql, Collection<String> codes, Instant since, UnitOfWork unit, Map<String, Integer> begun) {
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
}
