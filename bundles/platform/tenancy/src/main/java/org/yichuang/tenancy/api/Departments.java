package org.yichuang.tenancy.api;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The departments (部门) that work at a centre: a list that the centre keeps, instead of names that everybody types. */
public interface Departments {
    /** Returns the departments of the context's centre, those that are closed as well, by name. */
    @NeedsNoPermission("which departments work at a centre is public")
    List<Department> list(CallContext context);

    /**
     * Takes a department into the list.
     *
     * @param name its name, up to 100 characters
     * @throws ProblemException {@code fields-invalid}, {@code department-exists}, {@code not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department open(String name, CallContext context);

    /**
     * Changes a department's name; what has been written with the old one keeps it.
     *
     * @throws ProblemException {@code not-found}, {@code fields-invalid}, {@code department-exists}, {@code
     *     not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department rename(String id, String name, CallContext context);

    /**
     * Closes a department, or opens it again; a closed one stays in the list and takes nobody and nothing new.
     *
     * @throws ProblemException {@code not-found}, {@code not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department close(String id, boolean closed, CallContext context);

    /**
     * Checks the names of departments that somebody gives: each must be an open one of the list. A centre that keeps no
     * list yet takes any name.
     *
     * @throws ProblemException {@code department-unknown} with the first name that is not in the list
     */
    @NeedsNoPermission("it says what the public list says")
    void check(List<String> names, CallContext context);

    /**
     * A department.
     *
     * @param id its key within the centre, for ever the same
     * @param name its name for people
     * @param isClosed whether it has been closed
     */
    record Department(String id, String name, boolean isClosed) {}
}
