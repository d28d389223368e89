package org.yichuang.journal.internal.persistence;

import java.sql.SQLException;

/** Carries what JDBC threw to the place where transactions end, which alone knows what it means. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
