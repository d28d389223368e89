package org.yichuang.tenancy.api;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;

/**
 * The departments (部门) that work at a centre: a list that the centre keeps, instead of names that everybody types.
 * Accounts, items and cases say a department's name. A name belongs to one department of the list for ever, also when
 * the department goes by another one later: whoever compares asks {@link #allNames} of one of the two first.
 */
public interface Departments {
    /** How many names a department can have besides its own. */
    int MOST_NAMES = 20;

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
     * Changes a department's name. The old one becomes one of its other names: what has been written with it keeps it
     * and goes on being this department's, its people's accounts as well as its items and cases.
     *
     * @throws ProblemException {@code not-found}, {@code fields-invalid}, {@code department-exists}, {@code
     *     not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department rename(String id, String name, CallContext context);

    /**
     * Sets the names that a department has besides its own: former ones, and those by which items of centres above call
     * it. One that is said where a department is not closed either ({@link DepartmentUsage#held}) cannot be left out.
     *
     * @param names at most {@value #MOST_NAMES}, each up to 100 characters
     * @throws ProblemException {@code not-found}, {@code fields-invalid}, {@code department-exists}, {@code
     *     department-in-use}, {@code not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department setOtherNames(String id, Set<String> names, CallContext context);

    /**
     * Closes a department, or opens it again; a closed one stays in the list and takes nobody and nothing new. It is
     * not closed while something goes on under one of its names ({@link DepartmentUsage#held}).
     *
     * @throws ProblemException {@code not-found}, {@code department-in-use}, {@code not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    Department close(String id, boolean closed, CallContext context);

    /**
     * Checks the names of departments that somebody gives: each must be one of an open department of the list. A centre
     * that keeps no list yet takes any name. Like the methods below it answers from memory, at most two seconds old,
     * and reads outside of the caller's transaction where it has none: not to be called inside of one.
     *
     * @throws ProblemException {@code department-unknown} with the first name that is not in the list
     */
    @NeedsNoPermission("it says what the public list says")
    void check(List<String> names, CallContext context);

    /** Returns all names of the departments that are called so, and those of the given names that are in no list. */
    @NeedsNoPermission("it says what the public list says")
    Set<String> allNames(Set<String> names, CallContext context);

    /** Returns the present names of the departments that are called so; a name that is in no list stays as it is. */
    @NeedsNoPermission("it says what the public list says")
    Set<String> presentNames(Set<String> names, CallContext context);

    /**
     * Returns the present name of the department that is called so at a centre; the name itself where it is in no list
     * or the centre is not of this deployment. Reads in the caller's transaction.
     *
     * @param centre the centre, which may be another one than the transaction's
     */
    @NeedsNoPermission("it says what the public list says")
    String presentName(String name, TenantId centre, UnitOfWork unit);

    /** Returns all names of that department, likewise: the name alone where it is in no list. */
    @NeedsNoPermission("it says what the public list says")
    Set<String> allNames(String name, TenantId centre, UnitOfWork unit);

    /**
     * Returns the names of departments that are said at the centre ({@link DepartmentUsage#named}) and are in no list:
     * nobody of a department sees what goes on under them until they are taken into the list.
     *
     * @throws ProblemException {@code not-allowed}
     */
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    List<String> unlisted(CallContext context);

    /**
     * A department.
     *
     * @param id its key within the centre, for ever the same
     * @param name its name for people
     * @param otherNames under which it is known as well: former ones, those of items of centres above
     * @param isClosed whether it has been closed
     */
    record Department(String id, String name, Set<String> otherNames, boolean isClosed) {
        /** In a steady order. */
        public Department {
            otherNames = Collections.unmodifiableSet(new TreeSet<>(otherNames == null ? Set.of() : otherNames));
        }

        /** One that is known by no other name. */
        public Department(String id, String name, boolean isClosed) {
            this(id, name, Set.of(), isClosed);
        }

        /** Its name and the other ones. */
        public Set<String> allNames() {
            Set<String> all = new TreeSet<>(otherNames);
            all.add(name);
            return all;
        }
    }
}
