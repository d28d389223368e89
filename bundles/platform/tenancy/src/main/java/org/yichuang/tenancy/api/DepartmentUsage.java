package org.yichuang.tenancy.api;

import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;

/**
 * Whiteboard: a module whose rows say departments' names offers a service of this type, so that a department is not
 * closed over what goes on in it, and a name that no department of the list has is seen. Asked outside of any
 * transaction; one that fails is left out where names are shown and holds a closing up.
 */
public interface DepartmentUsage {
    /** What it is that says the names, in the plural, e.g. 在办件. */
    LocalizedMessage what();

    /** Returns the names that are said at the context's centre now, at most some hundreds. */
    @NeedsNoPermission("asked by the list of departments, which has required its own")
    Set<String> named(CallContext context);

    /** Returns those of them under which something goes on that the centre itself can end: all of them if not said. */
    @NeedsNoPermission("asked by the list of departments, which has required its own")
    default Set<String> held(CallContext context) {
        return named(context);
    }
}
